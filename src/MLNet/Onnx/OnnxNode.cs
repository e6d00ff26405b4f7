using Microsoft.ML.Data;
using Microsoft.ML.OnnxRuntime;

namespace Microsoft.ML.Transforms.Onnx;

/// <summary>An input or output of a model: name, element type and shape, -1 for what varies.</summary>
internal sealed class OnnxNode
{
    private const string Suffix = ".output";

    public OnnxNode(string name, NodeMetadata metadata, int[] shape)
    {
        Name = name;
        Dimensions = shape ?? metadata.Dimensions;
        BatchSymbol = shape is null && Dimensions.Length > 0 && Dimensions[0] < 0 ? metadata.SymbolicDimensions[0] : "";
        ItemType = metadata.IsTensor ? DataViewTypeExtensions.PrimitiveFromRaw(metadata.ElementType) : null;
        if (ItemType is null)
            throw new InvalidOperationException($"The ONNX model's '{name}' is a {metadata.OnnxValueType} of {metadata.ElementType?.Name ?? "mixed types"}, which no column can hold. Name the inputs and outputs to use without it.");
        if (shape is not null)
            RequireFit(metadata.Dimensions, shape);
    }

    public string Name { get; }

    /// <summary>The column that an output becomes: "x.output" becomes "x".</summary>
    public string ColumnName => Name.EndsWith(Suffix, StringComparison.Ordinal) ? Name[..^Suffix.Length] : Name;

    public PrimitiveDataViewType ItemType { get; }

    /// <summary>The sizes of the axes, -1 for one that varies.</summary>
    public int[] Dimensions { get; }

    /// <summary>The name of a varying first axis, empty when it has none.</summary>
    public string BatchSymbol { get; }

    /// <summary>The number of items that the known axes span.</summary>
    public long KnownSize => Dimensions.Where(dimension => dimension >= 0).Aggregate(1L, (product, dimension) => product * dimension);

    /// <summary>Whether the first axis alone varies, under a name that tells it from others.</summary>
    public bool HasBatch => BatchSymbol.Length > 0 && Dimensions.Count(dimension => dimension < 0) == 1 && KnownSize > 0;

    /// <summary>Whether no axis varies.</summary>
    public bool IsFixed => Array.TrueForAll(Dimensions, dimension => dimension > 0);

    /// <summary>The type of the column: the first axis counts as 1 when it varies.</summary>
    public VectorDataViewType ColumnType
    {
        get
        {
            var sizes = Dimensions.Length == 0 ? [1] : Array.ConvertAll(Dimensions, dimension => Math.Max(dimension, 0));
            if (Dimensions.Length > 0 && Dimensions[0] < 0)
                sizes[0] = 1;
            return new VectorDataViewType(ItemType, sizes);
        }
    }

    /// <summary>The shape of a tensor of so many rows of <paramref name="size"/> items each.</summary>
    /// <exception cref="ArgumentException">The items don't fill the known axes.</exception>
    public long[] ShapeOf(int rows, int size)
    {
        var varying = Dimensions.Count(dimension => dimension < 0);
        var inner = Dimensions.Skip(1).Count(dimension => dimension < 0);
        if (KnownSize == 0 || size % KnownSize != 0 || inner > 1 || (varying == 0 && size != KnownSize))
            throw new ArgumentException($"Input shape mismatch: Input '{Name}' has shape [{Axes()}], but input data is of length {size}.", "inputSchema");
        var rest = size / KnownSize;
        var shape = Array.ConvertAll(Dimensions, dimension => (long)dimension);
        var free = Array.FindLastIndex(Dimensions, dimension => dimension < 0);
        if (free >= 0)
            shape[free] = rest;
        if (Dimensions.Length > 0 && Dimensions[0] < 0)
            shape[0] = varying == 1 ? rows * rest : rows;
        return shape;
    }

    public override string ToString() => $"{ItemType}[{Axes()}]";

    private string Axes() => string.Join(", ", Dimensions.Select(dimension => dimension < 0 ? "*" : $"{dimension}"));

    private void RequireFit(int[] own, int[] given)
    {
        var fits = own.Length == given.Length && own.Zip(given).All(pair => pair.First < 0 || pair.Second < 0 || pair.First == pair.Second);
        if (!fits && own.Length > 0)
            throw new ArgumentException($"The shape [{string.Join(", ", given)}] given for '{Name}' does not fit the model's [{string.Join(", ", own)}].", "shapeDictionary");
    }
}
