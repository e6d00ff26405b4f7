using System.Security.Cryptography;
using MlNetDigits.Networks;
using MlNetDigits.Networks.Onnx;
using MlNetDigits.Pipelines;

namespace MlNetDigits.Reports.Html;

/// <summary>What a model's file tells of itself and of its training, for the report's last part.</summary>
public sealed class ModelDescription
{
    private ModelDescription(string name) => Name = name;

    /// <summary>Gets the file's name.</summary>
    public string Name { get; }

    /// <summary>Gets the architecture; null where the file names none.</summary>
    public string? Architecture { get; private init; }

    /// <summary>Gets the command that trains the model anew; null where the file tells none.</summary>
    public string? Command { get; private init; }

    /// <summary>Gets names and values of what is known of the file.</summary>
    internal IReadOnlyList<(string Name, string Value)> Facts { get; private init; } = [];

    /// <summary>Gets the options of the training; empty where the file tells none.</summary>
    internal IReadOnlyList<(string Option, string Value)> Recipe { get; private init; } = [];

    /// <summary>Gets the layers of one network; empty for a model of another program.</summary>
    internal IReadOnlyList<ModelLayer> Layers { get; private init; } = [];

    /// <summary>Reads a model's file; a model of another program tells its size and hash alone.</summary>
    /// <param name="path">An ONNX model, or ML.NET's zip.</param>
    /// <returns>The description.</returns>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static ModelDescription Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        byte[] bytes = File.ReadAllBytes(path);
        (string, string)[] file = [("File", $"{Path.GetFileName(path)}, {Figures.Count(bytes.Length)} bytes"), ("SHA-256 of the file", Convert.ToHexStringLower(SHA256.HashData(bytes)))];
        if (ReadOnnx(path, bytes) is not { } model)
            return new ModelDescription(Path.GetFileName(path)) { Facts = file };

        var facts = new ModelFacts(model, report: null);
        IReadOnlyList<Network> networks = Networks(model);
        return new ModelDescription(Path.GetFileName(path))
        {
            Architecture = Value(facts, "architecture"),
            Command = Value(facts, ModelMetadata.Command),
            Facts = [.. Known(facts), .. file],
            Recipe = facts.Has(ModelMetadata.Recipe) ? [.. facts.RecipeOptions()] : [],
            Layers = networks.Count == 0 ? [] : [.. networks[0].Nodes.Select(node => new ModelLayer(
                node.Name, $"{node.Layer.Kind} {node.Layer.Details}".TrimEnd(), node.Layer.OutputShape.ToString(), node.Layer.ParameterCount))],
        };
    }

    private static IEnumerable<(string, string)> Known(ModelFacts facts)
    {
        (string Name, string Key)[] all =
        [
            ("Architecture", "architecture"), ("Networks averaged", "ensemble"), ("Parameters", "parameters"), ("Seed", "seed"), ("Epochs run", "epochs"), ("Epoch kept", "bestEpoch"),
            ("Training images", "trainImages"), ("Validation images", "validationImages"), ("Learned from", ModelMetadata.Teachers),
            ("MlNetDigits", "libraryVersion"), ("SHA-256 of the training rows", ModelMetadata.TrainingDataHash),
        ];
        return all.Where(fact => facts.Has(fact.Key)).Select(fact => (fact.Name, long.TryParse(facts[fact.Key], out long count) && fact.Key != "seed" ? Figures.Count(count) : facts[fact.Key]));
    }

    private static string? Value(ModelFacts facts, string key) => facts.Has(key) ? facts[key] : null;

    private static OnnxModel? ReadOnnx(string path, byte[] bytes)
    {
        if (bytes.AsSpan().StartsWith("PK"u8)) return null;
        try
        {
            return OnnxModel.Load(path);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static IReadOnlyList<Network> Networks(OnnxModel model)
    {
        try
        {
            return model.ToNetworks();
        }
        catch (InvalidDataException)
        {
            return [];
        }
    }
}
