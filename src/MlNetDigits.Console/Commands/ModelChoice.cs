using System.CommandLine;
using MlNetDigits.Console.Hosting;
using MlNetDigits.Recognition;

namespace MlNetDigits.Console.Commands;

/// <summary>Which model a command uses: the one given, else the one trained last, else the shipped one.</summary>
internal static class ModelChoice
{
    private const string DefaultFolder = "artifacts";
    private const string OnnxName = "digits.onnx";

    /// <summary>Creates the option that names a model.</summary>
    /// <param name="isShipped">Whether the shipped default comes before the model trained last.</param>
    public static Option<string?> Option(bool isShipped = false) => new("--model", "-m")
    {
        Description = $"ONNX or ML.NET model, a folder with {OnnxName}, or a shipped model: {string.Join(" or ", ShippedModels.Names)}. Default: {(isShipped ? "" : $"the latest of {DefaultFolder}/*/{OnnxName}, else ")}the shipped {ShippedModels.Default}.",
        HelpName = "path",
    };

    /// <summary>Finds the model's file, and tells on standard error which one it is when none was given.</summary>
    public static string Find(Terminal terminal, string? given)
    {
        if (given is not null)
            return Directory.Exists(given) ? Existing(Path.Combine(given, OnnxName)) : Shipped(given) ?? Existing(given);
        (string path, string kind) = Choose(Directory.GetCurrentDirectory(), ShippedModels.Find());
        terminal.Error.WriteLine($"model: {path} ({kind})");
        return path;
    }

    /// <summary>Chooses among the models of a working folder and the shipped one.</summary>
    internal static (string Path, string Kind) Choose(string workingFolder, string? shipped)
    {
        var artifacts = new DirectoryInfo(Path.Combine(workingFolder, DefaultFolder));
        if (artifacts.Exists && artifacts.GetDirectories().SelectMany(folder => folder.GetFiles(OnnxName)).MaxBy(file => file.LastWriteTimeUtc) is { } latest)
            return (Path.GetRelativePath(workingFolder, latest.FullName), "trained last");
        return shipped is not null
            ? (shipped, "shipped")
            : throw new UserError($"There is no model in '{artifacts.FullName}' and none is shipped; train one with 'mlnet-digits train', or name one with --model.");
    }

    /// <summary>The shipped model of a name, unless a file has that name.</summary>
    private static string? Shipped(string given) =>
        !File.Exists(given) && ShippedModels.Names.Contains(given, StringComparer.OrdinalIgnoreCase) ? ShippedModels.Find(given) : null;

    private static string Existing(string path) => File.Exists(path)
        ? path
        : throw new UserError($"The model '{path}' does not exist; train one with 'mlnet-digits train', or name another with --model.");
}
