namespace MlNetDigits.Networks.Onnx;

/// <summary>What a layer writes its ONNX nodes with.</summary>
internal readonly ref struct LayerExport
{
    /// <summary>The graph to add nodes to; images in it are [N, channels, height, width].</summary>
    public required OnnxGraph Graph { get; init; }

    /// <summary>Name of the layer's node, which its output takes.</summary>
    public required string Name { get; init; }

    /// <summary>The layer's input.</summary>
    public required ExportedValue Input { get; init; }

    public required ExportedValue SecondInput { get; init; }

    public required ReadOnlySpan<float> Parameters { get; init; }

    public required ReadOnlySpan<float> Statistics { get; init; }

    /// <summary>Adds a constant named after the layer.</summary>
    public string Constant(string role, ReadOnlySpan<float> values, params int[] dimensions) => Graph.AddInitializer($"{Name}.{role}", dimensions, values);

    /// <summary>Adds the layer's main node.</summary>
    public string Node(string opType, string[] inputs, params OnnxAttribute[] attributes) => Graph.AddNode(opType, inputs, Name, attributes);

    /// <summary>A value as [N, size], pixel by pixel as the engine has it.</summary>
    /// <param name="graph">The graph to add nodes to.</param>
    /// <param name="value">The value.</param>
    /// <param name="shape">The value's shape.</param>
    /// <param name="name">Name of the flat value, if it is not flat already.</param>
    public static ExportedValue Flat(OnnxGraph graph, ExportedValue value, Shape shape, string name)
    {
        if (value.IsFlat) return value;
        string images = value.Name;
        if (shape.Pixels > 1 && shape.Channels > 1) images = graph.AddNode("Transpose", [images], $"{name}.channels_last", OnnxAttribute.Ints("perm", 0, 2, 3, 1));
        return new ExportedValue(graph.AddNode("Flatten", [images], name, OnnxAttribute.Int("axis", 1)), true);
    }

    /// <summary>Name of the input as [N, channels, height, width]; a flat one has one pixel.</summary>
    public string Image()
    {
        if (!Input.IsFlat) return Input.Name;
        string shape = Graph.AddInitializer($"{Name}.shape", [4], (ReadOnlySpan<long>)[0, -1, 1, 1]);
        return Graph.AddNode("Reshape", [Input.Name, shape], $"{Name}.image");
    }
}
