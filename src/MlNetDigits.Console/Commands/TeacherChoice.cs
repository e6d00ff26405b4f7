using System.Globalization;
using MlNetDigits.Console.Hosting;
using MlNetDigits.Networks;
using MlNetDigits.Networks.Onnx;
using MlNetDigits.Networks.Training;
using MlNetDigits.Pipelines;
using MlNetDigits.Recognition;

namespace MlNetDigits.Console.Commands;

/// <summary>Which model a training learns from: the one given; the shipped best one for the preset tiny; else none.</summary>
internal static class TeacherChoice
{
    /// <summary>What the help says of the default.</summary>
    public const string Default = $"the shipped {Best} for the preset tiny, else none";

    private const string None = "none", Best = "best", Mend = "name a model of these classes, or --teacher none.";

    /// <summary>Says explicitly which teacher the settings mean, so that the command line repeats the training.</summary>
    public static TrainSettings Resolve(TrainSettings settings)
    {
        if (settings.Teacher is { } given && (Is(given, None) || ShippedModels.Names.Contains(given, StringComparer.OrdinalIgnoreCase)))
            return settings with { Teacher = given.ToLowerInvariant() };
        if (settings.Teacher is not null || !settings.Dataset.IsMnist || settings.Preset is null || !Is(settings.Preset, "tiny"))
            return settings;
        return settings with { Teacher = ShippedModels.Find(Best) is null ? None : Best };
    }

    /// <summary>Loads the teachers of resolved settings.</summary>
    public static Distillation? Load(string? teacher)
    {
        if (teacher is null or None)
            return null;
        return new Distillation { Teachers = NetworkImporter.Load(Find(teacher)) };
    }

    /// <summary>Requires that a teacher knows the classes of a dataset, in the same order.</summary>
    /// <param name="teacher">Teacher of resolved settings; null for none.</param>
    /// <param name="names">The dataset's classes.</param>
    /// <exception cref="UserError">It knows others.</exception>
    public static void RequireClasses(string? teacher, IReadOnlyList<string> names)
    {
        if (teacher is null or None)
            return;
        OnnxModel model = OnnxModel.Load(Find(teacher));
        IReadOnlyList<string> known = model.Graph.SlotNamesOf("Score") ?? Digits(model.ToNetworks()[0].Classes);
        if (model.Metadata.TryGetValue(ModelMetadata.Rejection, out string? refused))
            known = [.. known, refused];
        if (known.Count != names.Count)
            throw new UserError($"--teacher {teacher} knows {known.Count} classes, but the dataset has {names.Count}; {Mend}");
        if (known.Zip(names).FirstOrDefault(pair => pair.First != pair.Second) is (not null, _) and var (taught, learnt))
            throw new UserError($"--teacher {teacher} knows '{taught}' where the dataset has '{learnt}'; {Mend}");
    }

    private static string[] Digits(int classes) => [.. Enumerable.Range(0, classes).Select(digit => digit.ToString(CultureInfo.InvariantCulture))];

    private static string Find(string teacher)
    {
        string path = !ShippedModels.Names.Contains(teacher) ? teacher
            : ShippedModels.Find(teacher) ?? throw new UserError($"The shipped model '{teacher}' is not there; give --teacher the path of a model, or none.");
        return File.Exists(path) ? path
            : throw new UserError($"The teacher '{path}' does not exist; train one with 'mlnet-digits train --preset best', or give --teacher none.");
    }

    private static bool Is(string text, string name) => text.Equals(name, StringComparison.OrdinalIgnoreCase);
}
