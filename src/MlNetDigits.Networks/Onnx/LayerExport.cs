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

    /// <summary>Rows of parameters, one for each input value, in the order that a flat input has in ONNX: channel by channel.</summary>
    public ReadOnlySpan<float> ChannelsFirst(ReadOnlySpan<float> rows, int rowSize)
    {
        if (Input.FlattenedFrom is not { } shape || shape.Pixels == 1 || shape.Channels == 1) return rows;
        var ordered = new float[rows.Length];
        for (int pixel = 0; pixel < shape.Pixels; pixel++)
            for (int channel = 0; channel < shape.Channels; channel++)
                rows.Slice((pixel * shape.Channels + channel) * rowSize, rowSize).CopyTo(ordered.AsSpan((channel * shape.Pixels + pixel) * rowSize));
        return ordered;
    }
}
