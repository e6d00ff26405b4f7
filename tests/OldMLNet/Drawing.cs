namespace MLNet.Tests;

/// <summary>A row with a vector of known size, a number and text.</summary>
public sealed class Drawing
{
    [VectorType(4)]
    public float[] Pixels { get; set; }

    public uint Digit { get; set; }

    public string Writer { get; set; }

    /// <summary>Drawings of the digits 0, 1, ..., whose pixels are 4 times the digit, then 1 more each.</summary>
    public static Drawing[] Make(int count) =>
        [.. Enumerable.Range(0, count).Select(i => new Drawing
        {
            Pixels = [4 * i, 4 * i + 1, 4 * i + 2, 4 * i + 3],
            Digit = (uint)(i % 10),
            Writer = $"writer {i}",
        })];
}
