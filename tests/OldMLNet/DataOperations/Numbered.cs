namespace MLNet.Tests.DataOperations;

/// <summary>A row that knows its number.</summary>
public sealed class Numbered
{
    public int Number { get; set; }

    public float Value { get; set; }

    public string Group { get; set; }

    [VectorType(2)]
    public float[] Pair { get; set; }

    [KeyType(10)]
    public uint Key { get; set; }

    /// <summary>Rows 0, 1, ..., in groups of three.</summary>
    public static Numbered[] Make(int count) =>
        [.. Enumerable.Range(0, count).Select(i => new Numbered { Number = i, Value = i, Group = $"group {i / 3}", Pair = [i, -i], Key = (uint)(i % 10) })];

    /// <summary>The numbers of a view's rows, in its order.</summary>
    public static int[] In(IDataView data) => [.. data.GetColumn<int>(nameof(Number))];
}
