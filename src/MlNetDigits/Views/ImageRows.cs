using Microsoft.ML;

namespace MlNetDigits.Views;

/// <summary>Images as bytes with the places of their classes: what views of images have in common.</summary>
/// <param name="Schema">A column of pixels, then one of labels.</param>
/// <param name="Pixels">784 bytes for each image.</param>
/// <param name="Count">Number of images.</param>
/// <param name="ClassOf">Gives the class of a row, from 0.</param>
internal sealed record ImageRows(DataViewSchema Schema, ReadOnlyMemory<byte> Pixels, int Count, Func<int, int> ClassOf)
{
    public DataViewRowCursor GetCursor(IEnumerable<DataViewSchema.Column> columns, Random? random) => new ImageCursor(this, columns, Order(random));

    public DataViewRowCursor[] GetCursors(IEnumerable<DataViewSchema.Column> columns, int count, Random? random)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        DataViewSchema.Column[] needed = [.. columns];
        int[]? order = Order(random);
        return [.. Enumerable.Range(0, count).Select(first => new ImageCursor(this, needed, order, first, count))];
    }

    private int[]? Order(Random? random)
    {
        if (random is null)
            return null;
        int[] order = [.. Enumerable.Range(0, Count)];
        random.Shuffle(order);
        return order;
    }
}
