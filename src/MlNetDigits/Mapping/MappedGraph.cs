using System.Globalization;
using MlNetDigits.Datasets;
using MlNetDigits.Networks.Onnx;

namespace MlNetDigits.Mapping;

/// <summary>Brings a foreign graph into the form of this library's: raw pixels of 0-255 to probabilities and the likeliest class.</summary>
internal static class MappedGraph
{
    /// <summary>Name of the input: float [N, 1, 28, 28] of 0-255.</summary>
    public const string Pixels = "Pixels";

    /// <summary>Name of the probabilities: float [N, classes].</summary>
    public const string Score = "Score";

    /// <summary>Name of the likeliest class: int64 [N], from 0.</summary>
    public const string PredictedLabel = "PredictedLabel";

    /// <summary>Name of the probability that an image is of any class: float [N, 1]; only some models give it.</summary>
    public const string DigitScore = "DigitScore";

    private const string Fact = "mapping";
    private const float GreatestPixel = 255;
    private const int Side = 28;

    /// <summary>Whether a graph takes and gives what this library's models do, by its names and sizes.</summary>
    public static bool IsOwn(OnnxGraph graph) =>
        graph.Inputs is [{ Name: Pixels, ElementType: OnnxElementType.Float, Dimensions: { Count: >= 2 } sizes }] && sizes.Skip(1).Aggregate(1L, (product, size) => product * (size.Size ?? 0)) == Side * Side
        && graph.Outputs.Any(output => output is { Name: Score, ElementType: OnnxElementType.Float, Dimensions.Count: 2 })
        && graph.Outputs.Any(output => output is { Name: PredictedLabel, ElementType: OnnxElementType.Int64 });

    /// <summary>Whether an output is one float for each image, by a name.</summary>
    public static bool IsDigitScore(OnnxValueInfo output, string name) =>
        output is { ElementType: OnnxElementType.Float, Dimensions: [_, { Size: 1 }] } && output.Name == name;

    /// <summary>Maps a model; one that needs no mapping is given back itself.</summary>
    /// <param name="model">The model, which is not changed.</param>
    /// <param name="mapping">What is known of it; null: nothing.</param>
    /// <exception cref="InvalidDataException">It cannot be mapped so; the message says what was found and what to tell.</exception>
    public static OnnxModel Map(OnnxModel model, ModelMapping? mapping)
    {
        mapping?.Validate();
        if (mapping is null && IsOwn(model.Graph))
            return model;
        mapping ??= new ModelMapping();
        MappedInput input = MappedInput.Find(model.Graph, mapping.Input);
        MappedOutput output = MappedOutput.Find(model.Graph, mapping.Output);
        float scale = mapping.Scale ?? InputScale.Find(model.Graph, input.Value) ?? (IsNamedLikeOwn(input, output) ? GreatestPixel : throw new InvalidDataException(
            $"it takes '{input.Value}' and gives '{output.Value}', but does not tell whether its pixels go from 0 to 1 or to 255: give the scale 1, as most models of PyTorch and Keras want it, or 255 ({Told("--scale", nameof(ModelMapping.Scale))})"));
        if (MappedInput.IsWhole(input.Value) && (scale != GreatestPixel || mapping.Mean != 0 || mapping.StandardDeviation != 1))
            throw new InvalidDataException($"it takes '{input.Value}', whole numbers, so that pixels can only be those of 0-255; leave scale, mean and standard deviation out");
        try
        {
            OnnxModel first = OnnxModel.Join(Before(model, input, mapping, scale), model, new Dictionary<string, string> { ["prepared"] = input.Value.Name });
            var answers = new Dictionary<string, string> { [output.Value.Name] = "raw" };
            OnnxValueInfo? digitScore = model.Graph.Outputs.FirstOrDefault(value => IsDigitScore(value, DigitScore));
            if (digitScore is not null)
                answers[DigitScore] = "rawDigitScore";
            OnnxModel mapped = OnnxModel.Join(first, After(model, output, digitScore, input.Batch, mapping.HasLogits), answers);
            mapped.Metadata[Fact] = string.Create(CultureInfo.InvariantCulture, $"input {input.Value.Name}, output {output.Value.Name}, scale {scale}, mean {mapping.Mean}, standard deviation {mapping.StandardDeviation}, {(mapping.IsInverted ? "inverted" : "not inverted")}, {(mapping.HasLogits ? "logits" : "probabilities")}");
            // What is told of its ink holds for pictures too.
            if (!mapped.Metadata.ContainsKey(ImageForm.PolarityKey))
                mapped.Metadata[ImageForm.PolarityKey] = nameof(ImagePolarity.BrightInk).ToLowerInvariant();
            return mapped;
        }
        catch (Exception error) when (error is NotSupportedException or ArgumentException)
        {
            throw new InvalidDataException($"it cannot be mapped: {error.Message}", error);
        }
    }

    /// <summary>Says where a mapping is told.</summary>
    public static string Told(string option, string property) => $"{option} of 'predict', 'evaluate' and 'export', or {nameof(ModelMapping)}.{property}";

    private static bool IsNamedLikeOwn(MappedInput input, MappedOutput output) => input.Value.Name == Pixels && output.Value.Name == Score;

    private static OnnxModel Before(OnnxModel model, MappedInput input, ModelMapping mapping, float scale)
    {
        var graph = new OnnxGraph("pixels");
        OnnxDimension batch = input.Batch ?? (OnnxDimension)"N";
        string value = graph.AddInput(Pixels, OnnxElementType.Float, batch, 1, Side, Side);
        if (mapping.IsInverted)
            value = graph.AddNode("Sub", [Constant(graph, "paper", GreatestPixel), value], "inverted");
        if (scale != GreatestPixel)
            value = graph.AddNode("Mul", [value, Constant(graph, "scale", scale / GreatestPixel)], "scaled");
        if (mapping.Mean != 0)
            value = graph.AddNode("Sub", [value, Constant(graph, "mean", mapping.Mean)], "centred");
        if (mapping.StandardDeviation != 1)
            value = graph.AddNode("Div", [value, Constant(graph, "deviation", mapping.StandardDeviation)], "normalized");
        if (input.Value.ElementType != OnnxElementType.Float)
            value = graph.AddNode("Cast", [value], "cast", OnnxAttribute.Int("to", (long)input.Value.ElementType));
        graph.AddNode("Reshape", [value, graph.AddInitializer("image", [input.ImageShape.Count + 1], [-1, .. input.ImageShape])], "prepared");
        graph.AddOutput("prepared", input.Value.ElementType, [batch, .. input.ImageShape.Select(size => (OnnxDimension)size)]);
        return Like(model, graph);
    }

    private static OnnxModel After(OnnxModel model, MappedOutput output, OnnxValueInfo? digitScore, long? batch, bool hasLogits)
    {
        var graph = new OnnxGraph("scores");
        OnnxDimension images = batch ?? (OnnxDimension)"N";
        string value = graph.AddInput("raw", output.Value.ElementType, [.. output.Value.Dimensions!]);
        if (output.Value.ElementType != OnnxElementType.Float)
            value = graph.AddNode("Cast", [value], "floats", OnnxAttribute.Int("to", (long)OnnxElementType.Float));
        if (output.Value.Dimensions!.Count > 2)
            value = graph.AddNode("Reshape", [value, graph.AddInitializer("classes", [2], [-1, output.Classes])], "rows");
        if (hasLogits)
            graph.AddNode("Softmax", [value], Score, OnnxAttribute.Int("axis", 1));
        else
            graph.AddNode("Identity", [value], Score);
        graph.AddOutput(Score, OnnxElementType.Float, images, output.Classes);
        graph.AddNode("ArgMax", [Score], PredictedLabel, OnnxAttribute.Int("axis", 1), OnnxAttribute.Int("keepdims", 0));
        graph.AddOutput(PredictedLabel, OnnxElementType.Int64, images);
        if (digitScore is not null)
        {
            graph.AddNode("Identity", [graph.AddInput("rawDigitScore", OnnxElementType.Float, [.. digitScore.Dimensions!])], DigitScore);
            graph.AddOutput(DigitScore, OnnxElementType.Float, images, 1);
        }

        if (model.Graph.SlotNamesOf(output.Value.Name) is { } names && output.Value.Name != Score)
            graph.AddSlotNames(Score, names);
        return Like(model, graph);
    }

    private static string Constant(OnnxGraph graph, string name, float value) => graph.AddInitializer(name, [1], [value]);

    /// <summary>Graphs are joined that use the same operator sets.</summary>
    private static OnnxModel Like(OnnxModel model, OnnxGraph graph)
    {
        var like = new OnnxModel(graph);
        foreach ((string domain, long version) in model.OperatorSets)
            like.OperatorSets[domain] = version;
        return like;
    }
}
