namespace MlNetDigits.Networks.Onnx;

/// <summary>What a layer reads its weights with; the names are those that <see cref="LayerExport"/> gave them.</summary>
internal readonly ref struct LayerImport
{
    /// <summary>The model's constants by name.</summary>
    public required IReadOnlyDictionary<string, OnnxTensor> Constants { get; init; }

    /// <summary>Name of the layer's node.</summary>
    public required string Name { get; init; }

    /// <summary>Receives the layer's parameters.</summary>
    public required Span<float> Parameters { get; init; }

    /// <summary>Receives the layer's statistics.</summary>
    public required Span<float> Statistics { get; init; }

    /// <summary>Gives the values of a constant named after the layer.</summary>
    /// <exception cref="InvalidDataException">There is none, or it has other dimensions or no floats.</exception>
    public float[] Constant(string role, params ReadOnlySpan<int> dimensions)
    {
        string name = $"{Name}.{role}", wanted = string.Join("×", dimensions.ToArray());
        if (!Constants.TryGetValue(name, out OnnxTensor? tensor))
            throw new InvalidDataException($"It has no constant '{name}' of {wanted} values.");
        if (tensor.ElementType != OnnxElementType.Float || string.Join("×", tensor.Dimensions) != wanted || tensor.Data.Length != tensor.Dimensions.Aggregate(4L, (product, size) => product * size))
            throw new InvalidDataException($"Its constant '{name}' is {tensor.ElementType} of {string.Join("×", tensor.Dimensions)}, but must be {nameof(OnnxElementType.Float)} of {wanted}.");
        float[] values = tensor.ToFloats();
        return values.All(float.IsFinite) ? values : throw new InvalidDataException($"Its constant '{name}' has values that are not finite.");
    }
}
