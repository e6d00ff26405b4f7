using MlNetDigits.Networks.Onnx;

namespace MlNetDigits.Mapping;

/// <summary>The input of a foreign graph that takes one image.</summary>
/// <param name="Value">The input itself.</param>
/// <param name="ImageShape">Sizes of one image in the graph's order, without the batch.</param>
internal sealed record MappedInput(OnnxValueInfo Value, IReadOnlyList<long> ImageShape)
{
    private const int Side = 28;

    private static readonly HashSet<OnnxElementType> Numbers =
    [
        OnnxElementType.Float, OnnxElementType.Double, OnnxElementType.Float16, OnnxElementType.UInt8, OnnxElementType.Int32, OnnxElementType.Int64,
    ];

    /// <summary>The batch: 1 where the graph takes single images, else null.</summary>
    public long? Batch => Value.Dimensions![0].Size;

    /// <summary>Finds the input.</summary>
    /// <exception cref="InvalidDataException">There is none for images of 28×28, or several.</exception>
    public static MappedInput Find(OnnxGraph graph, string? name)
    {
        OnnxValueInfo[] inputs = [.. graph.RequiredInputs];
        if (name is not null && !inputs.Any(input => input.Name == name))
            throw new InvalidDataException($"it has no input '{name}', it takes {List(inputs)}");
        if (inputs is not [var only])
            throw new InvalidDataException($"it takes {List(inputs)}, but can be given one input of pixels alone");
        if (!Numbers.Contains(only.ElementType) || only.Dimensions is not { Count: 2 or 3 or 4 } dimensions)
            throw new InvalidDataException($"it takes '{only}', which is no batch of grey images such as Float[N, 1, 28, 28], Float[N, 28, 28, 1], Float[N, 28, 28] or Float[N, 784]");
        if (dimensions[0].Size > 1)
            throw new InvalidDataException($"it takes '{only}', batches of exactly {dimensions[0].Size} images; export it with a variable batch");
        return ShapeOf([.. dimensions.Skip(1).Select(dimension => dimension.Size)]) is { } shape ? new MappedInput(only, shape)
            : throw new InvalidDataException($"it takes '{only}', but images here have 28×28 pixels and one channel; use a model of such images");
    }

    /// <summary>Whether an input takes whole numbers, which pixels of 0-1 are not.</summary>
    public static bool IsWhole(OnnxValueInfo input) => input.ElementType is OnnxElementType.UInt8 or OnnxElementType.Int32 or OnnxElementType.Int64;

    /// <summary>Lists values for an error.</summary>
    public static string List(IReadOnlyCollection<OnnxValueInfo> values) => values.Count == 0 ? "nothing" : string.Join(" and ", values.Select(value => $"'{value}'"));

    /// <summary>Fills in sides that the graph leaves open; null for any other image.</summary>
    private static long[]? ShapeOf(long?[] sizes) => sizes switch
    {
        [1, null or Side, null or Side] => [1, Side, Side],
        [null or Side, null or Side, 1] => [Side, Side, 1],
        [null or Side, null or Side] => [Side, Side],
        [null or (Side * Side)] => [Side * Side],
        _ => null,
    };
}
