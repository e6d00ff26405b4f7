namespace MlNetDigits.Idx;

/// <summary>An array of unsigned bytes as an IDX file holds it.</summary>
public sealed class IdxArray
{
    /// <summary>Wraps data in dimensions; the bytes are not copied.</summary>
    /// <param name="data">All elements, row-major.</param>
    /// <param name="dimensions">Sizes, slowest first: 1 for labels, 3 for images.</param>
    /// <exception cref="ArgumentException">The product of the dimensions is not the number of bytes.</exception>
    public IdxArray(byte[] data, params int[] dimensions)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(dimensions);
        if (dimensions.Length is < 1 or > 255)
            throw new ArgumentException($"An IDX array has 1 to 255 dimensions, not {dimensions.Length}.", nameof(dimensions));

        var expected = 1L;
        foreach (var size in dimensions)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(size, nameof(dimensions));
            expected = checked(expected * size);
        }

        if (expected != data.Length)
            throw new ArgumentException($"Dimensions {string.Join('x', dimensions)} need {expected} bytes, but {data.Length} were given.", nameof(data));

        Data = data;
        Dimensions = [.. dimensions];
    }

    /// <summary>All elements in row-major order, one byte each.</summary>
    public byte[] Data { get; }

    /// <summary>Sizes of the dimensions, the slowest one first.</summary>
    public IReadOnlyList<int> Dimensions { get; }

    /// <summary>Number of items: the size of the first dimension.</summary>
    public int Count => Dimensions[0];
}
