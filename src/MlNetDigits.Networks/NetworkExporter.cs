using System.Globalization;
using MlNetDigits.Networks.Onnx;

namespace MlNetDigits.Networks;

/// <summary>Writes networks as ONNX models that any ONNX Runtime loads.</summary>
public static class NetworkExporter
{
    /// <summary>Metadata key of the name of the networks' last class, where that stands for images of none of the others.</summary>
    public const string RejectionKey = "rejection";

    /// <summary>Stands between the architectures of an ensemble's members, where they differ.</summary>
    internal const char ArchitectureSeparator = '+';

    /// <summary>Makes a model that gives probabilities and the most probable class.</summary>
    /// <param name="network">The network.</param>
    /// <param name="options">Names and extras; default <see cref="OnnxExportOptions"/>.</param>
    /// <returns>The model; its batch is dynamic.</returns>
    /// <exception cref="ArgumentException">Names are equal, or there is not one class name for each class.</exception>
    public static OnnxModel ToOnnx(this Network network, OnnxExportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        return ToOnnx([network], options);
    }

    /// <summary>Makes one model of an ensemble: the mean of its members' probabilities and the most probable class.</summary>
    /// <param name="members">Networks of one input shape and one number of classes; a single one is no ensemble.</param>
    /// <param name="options">Names and extras; default <see cref="OnnxExportOptions"/>.</param>
    /// <returns>The model; its batch is dynamic.</returns>
    /// <exception cref="ArgumentException">There is no member, members do not fit each other, names are equal, or there is not one class name for each class.</exception>
    public static OnnxModel ToOnnx(this IReadOnlyList<Network> members, OnnxExportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(members);
        options ??= new OnnxExportOptions();
        RequireFit(members, options);
        Network first = members[0];
        var graph = new OnnxGraph(first.Architecture);
        ExportedValue input = AddInput(first, graph, options.InputName);
        bool isEnsemble = members.Count > 1, hasRejection = options.RejectionClass is not null;
        int classes = hasRejection ? first.Classes - 1 : first.Classes;
        ExportedScores[] scores = [.. members.Select((member, i) =>
        {
            string prefix = isEnsemble ? MemberPrefix(i) : "";
            ExportedValue logits = AddLayers(member, graph, input, prefix, options.IncludeActivations);
            return ExportedScores.Add(graph, logits.Name, prefix, isEnsemble ? $"{prefix}score" : options.ScoreName, hasRejection ? (classes, isEnsemble ? $"{prefix}digit_score" : options.DigitScoreName) : null);
        })];
        string best = isEnsemble ? graph.AddNode("Mean", [.. scores.Select(score => score.Score)], options.ScoreName) : scores[0].Logits;
        graph.AddOutput(options.ScoreName, OnnxElementType.Float, "N", classes);
        graph.AddNode("ArgMax", [best], options.PredictedLabelName, OnnxAttribute.Int("axis", 1), OnnxAttribute.Int("keepdims", 0));
        graph.AddOutput(options.PredictedLabelName, OnnxElementType.Int64, "N");
        if (hasRejection)
        {
            if (isEnsemble) graph.AddNode("Mean", [.. scores.Select(score => score.DigitScore!)], options.DigitScoreName);
            graph.AddOutput(options.DigitScoreName, OnnxElementType.Float, "N", 1);
        }

        if (options.ClassNames is not null) graph.AddSlotNames(options.ScoreName, [.. options.ClassNames.Take(classes)]);
        return Describe(graph, members, options);
    }

    /// <summary>What the names of an ensemble member's values start with.</summary>
    internal static string MemberPrefix(int member) => string.Create(CultureInfo.InvariantCulture, $"member{member + 1}.");

    private static void RequireFit(IReadOnlyList<Network> members, OnnxExportOptions options)
    {
        if (members.Count == 0) throw new ArgumentException("There is no network to export: give at least one.", nameof(members));
        Network first = members[0];
        foreach (Network member in members)
        {
            if (member.InputShape != first.InputShape || member.Classes != first.Classes)
                throw new ArgumentException($"A member takes {member.InputShape} and knows {member.Classes} classes, but the first takes {first.InputShape} and knows {first.Classes}.", nameof(members));
        }

        if (options.ClassNames is { } names && names.Count != first.Classes)
            throw new ArgumentException($"{names.Count} class names do not fit {first.Classes} classes: give one for each.", nameof(options));
        if (options.RejectionClass is not { } rejection) return;
        if (first.Classes < 3)
            throw new ArgumentException($"A network of {first.Classes} classes cannot have '{rejection}' as one for rejection: it needs at least 2 others.", nameof(options));
        if (options.ClassNames is { } all && all[^1] != rejection)
            throw new ArgumentException($"The last class is '{all[^1]}', but the one for rejection is '{rejection}': name it last.", nameof(options));
    }

    internal static OnnxModel Describe(OnnxGraph graph, IReadOnlyList<Network> members, OnnxExportOptions options)
    {
        var model = new OnnxModel(graph)
        {
            ProducerName = "MlNetDigits",
            ProducerVersion = typeof(NetworkExporter).Assembly.GetName().Version!.ToString(3),
        };
        string[] architectures = [.. members.Select(member => member.Architecture)];
        model.Metadata["architecture"] = architectures.Distinct().Count() == 1 ? architectures[0] : string.Join(ArchitectureSeparator, architectures);
        model.Metadata["parameters"] = members.Sum(member => member.ParameterCount).ToString(CultureInfo.InvariantCulture);
        if (members.Count > 1) model.Metadata["ensemble"] = members.Count.ToString(CultureInfo.InvariantCulture);
        if (options.RejectionClass is { } rejection) model.Metadata[RejectionKey] = rejection;
        foreach ((string key, string value) in options.Metadata) model.Metadata[key] = value;
        return model;
    }

    internal static ExportedValue AddInput(Network network, OnnxGraph graph, string name)
    {
        Shape shape = network.InputShape;
        if (shape.Channels == 1) return new ExportedValue(graph.AddInput(name, OnnxElementType.Float, "N", 1, shape.Height, shape.Width), false);

        string images = graph.AddInput(name, OnnxElementType.Float, "N", shape.Height, shape.Width, shape.Channels);
        return new ExportedValue(graph.AddNode("Transpose", [images], "channels_first", OnnxAttribute.Ints("perm", 0, 3, 1, 2)), false);
    }

    /// <summary>Adds all layers; gives the logits as [N, classes].</summary>
    private static ExportedValue AddLayers(Network network, OnnxGraph graph, ExportedValue input, string prefix, bool includeActivations) =>
        LayerExport.Flat(graph, AddNodes(network, graph, input, prefix, includeActivations), network.OutputShape, $"{prefix}logits");

    /// <summary>Adds all layers; gives the last one's output as it is.</summary>
    internal static ExportedValue AddNodes(Network network, OnnxGraph graph, ExportedValue input, string prefix, bool includeActivations)
    {
        var values = new ExportedValue[network.Nodes.Count];
        foreach (NetworkNode node in network.Nodes)
        {
            ExportedValue value = values[node.Index] = node.Layer.Export(new LayerExport
            {
                Graph = graph,
                Name = prefix + node.Name,
                Input = node.Input < 0 ? input : values[node.Input],
                SecondInput = node.SecondInput < -1 ? default : node.SecondInput < 0 ? input : values[node.SecondInput],
                Parameters = network.ParametersOf(node),
                Statistics = network.StatisticsOf(node),
            });
            if (!includeActivations || value.Name != prefix + node.Name) continue;
            Shape shape = node.Layer.OutputShape;
            if (value.IsFlat) graph.AddOutput(value.Name, OnnxElementType.Float, "N", shape.Size);
            else graph.AddOutput(value.Name, OnnxElementType.Float, "N", shape.Channels, shape.Height, shape.Width);
        }

        return values[^1];
    }
}
