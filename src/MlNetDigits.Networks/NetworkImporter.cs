using System.Globalization;
using MlNetDigits.Networks.Architectures;
using MlNetDigits.Networks.Onnx;

namespace MlNetDigits.Networks;

/// <summary>Reads networks back from ONNX models that <see cref="NetworkExporter"/> wrote, for more training or as teachers.</summary>
/// <remarks>A step before the network, such as normalization, is left out: the networks take what that step gives.</remarks>
public static class NetworkImporter
{
    private const string Mend = "Give a model that this library exported from a named architecture.";

    /// <summary>Reads the members of a model's ensemble, or its only network.</summary>
    /// <param name="path">The ONNX file.</param>
    /// <returns>The networks, with their trained weights; at least one.</returns>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is no ONNX model, or is not of this library; the message names it.</exception>
    public static IReadOnlyList<Network> Load(string path)
    {
        OnnxModel model = OnnxModel.Load(path);
        try
        {
            return ToNetworks(model);
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidDataException($"'{path}': {exception.Message}", exception);
        }
    }

    /// <summary>Reads the members of a model's ensemble, or its only network.</summary>
    /// <param name="model">The model.</param>
    /// <returns>The networks, with their trained weights; at least one. The last class is one for rejection where the metadata have <see cref="NetworkExporter.RejectionKey"/>.</returns>
    /// <exception cref="InvalidDataException">The model is not of this library.</exception>
    public static IReadOnlyList<Network> ToNetworks(this OnnxModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        try
        {
            if (!model.Metadata.TryGetValue("architecture", out string? architecture))
                throw new InvalidDataException("Its metadata name no architecture.");
            string[] architectures = architecture.Split(NetworkExporter.ArchitectureSeparator);
            int count = Members(model, architectures.Length);
            Shape shape = InputShape(model);
            int classes = Classes(model) + (model.Metadata.ContainsKey(NetworkExporter.RejectionKey) ? 1 : 0);
            Dictionary<string, OnnxTensor> constants = model.Graph.Initializers.GroupBy(tensor => tensor.Name).ToDictionary(group => group.Key, group => group.First());
            return [.. Enumerable.Range(0, count).Select(member => Import(
                architectures[architectures.Length == 1 ? 0 : member], shape, classes, constants, count == 1 ? "" : NetworkExporter.MemberPrefix(member)))];
        }
        catch (Exception exception) when (exception is InvalidDataException or ArgumentException)
        {
            string message = exception.Message.Split(" (Parameter '")[0];
            throw new InvalidDataException($"The model cannot be read back as a network: {message} {Mend}", exception);
        }
    }

    /// <summary>Reads the network of a model that <see cref="SequenceExporter"/> wrote.</summary>
    /// <param name="model">The model.</param>
    /// <returns>The network, with its trained weights.</returns>
    /// <exception cref="InvalidDataException">The model is not of this library, or reads no sequences.</exception>
    public static Network ToSequenceNetwork(this OnnxModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        try
        {
            if (!model.Metadata.TryGetValue("architecture", out string? architecture) || architecture != Architecture.LineName)
                throw new InvalidDataException($"Its metadata do not name the architecture '{Architecture.LineName}'.");
            if (model.Graph.Outputs.Select(output => output.Dimensions).FirstOrDefault(dimensions => dimensions is { Count: 3 })?[2].Size is not ({ } classes and >= 2 and <= 255))
                throw new InvalidDataException("It has no output of probabilities [N, frames, classes].");
            Dictionary<string, OnnxTensor> constants = model.Graph.Initializers.GroupBy(tensor => tensor.Name).ToDictionary(group => group.Key, group => group.First());
            return Fill(Architecture.CreateLine(InputShape(model), (int)classes - 1), constants, "");
        }
        catch (Exception exception) when (exception is InvalidDataException or ArgumentException)
        {
            throw new InvalidDataException($"The model cannot be read back as a network that reads lines: {exception.Message.Split(" (Parameter '")[0]} Give one that this library trained for that.", exception);
        }
    }

    private static Network Import(string architecture, Shape shape, int classes, IReadOnlyDictionary<string, OnnxTensor> constants, string prefix) =>
        Fill(Architecture.Create(architecture, shape, classes), constants, prefix);

    private static Network Fill(Network network, IReadOnlyDictionary<string, OnnxTensor> constants, string prefix)
    {
        foreach (NetworkNode node in network.Nodes)
        {
            node.Layer.Import(new LayerImport
            {
                Constants = constants,
                Name = prefix + node.Name,
                Parameters = network.ParametersOf(node),
                Statistics = network.StatisticsOf(node),
            });
        }

        return network;
    }

    private static int Members(OnnxModel model, int architectures)
    {
        if (!model.Metadata.TryGetValue("ensemble", out string? text)) return architectures == 1 ? 1 : throw new InvalidDataException("Its metadata name several architectures, but no ensemble.");
        bool isSound = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count is >= 1 and <= 1024 && (architectures == 1 || architectures == count);
        return isSound ? count : throw new InvalidDataException($"Its metadata tell of an ensemble of '{text}' members and {architectures} architectures.");
    }

    private static Shape InputShape(OnnxModel model)
    {
        long[]? sizes = model.Graph.Inputs is [{ Dimensions: { Count: 4 } dimensions }] ? [.. dimensions.Skip(1).Select(dimension => dimension.Size ?? 0)] : null;
        if (sizes is null || sizes.Any(size => size is < 1 or > 1024))
            throw new InvalidDataException("Its input is not one batch of images of known size.");
        return sizes[0] == 1 ? new Shape((int)sizes[1], (int)sizes[2], 1) : new Shape((int)sizes[0], (int)sizes[1], (int)sizes[2]);
    }

    private static int Classes(OnnxModel model) =>
        model.Graph.Outputs.Select(output => output.Dimensions).FirstOrDefault(dimensions => dimensions is { Count: 2 })?[1].Size is { } classes and >= 2 and <= 100_000
            ? (int)classes
            : throw new InvalidDataException("It has no output of probabilities [N, classes].");
}
