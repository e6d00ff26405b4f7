using System.Runtime.Intrinsics;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace MlNetDigits.Views;

/// <summary>Reads rows of pixels and a label, alone or as one of several that share them block by block.</summary>
internal sealed class ImageCursor : DataViewRowCursor
{
    private const int BlockRows = 64;

    private readonly ImageRows _rows;
    private readonly int[]? _order;
    private readonly int _stride;
    private readonly bool _pixelsActive;
    private readonly bool _labelActive;
    private int _block;
    private int _next;
    private int _row = -1;
    private long _position = -1;

    /// <param name="rows">What is read.</param>
    /// <param name="columns">Columns that will be read.</param>
    /// <param name="order">Order of the rows, or null for that of the file.</param>
    /// <param name="first">This cursor's first block.</param>
    /// <param name="stride">Number of cursors that share the blocks.</param>
    public ImageCursor(ImageRows rows, IEnumerable<DataViewSchema.Column> columns, int[]? order, int first = 0, int stride = 1)
    {
        _rows = rows;
        _order = order;
        _stride = stride;
        _block = first;
        _next = first * BlockRows;
        foreach (var column in columns)
        {
            Check(column);
            _pixelsActive |= column.Index == 0;
            _labelActive |= column.Index == 1;
        }
    }

    public override long Position => _position;

    public override long Batch => _block;

    public override DataViewSchema Schema => _rows.Schema;

    public override bool IsColumnActive(DataViewSchema.Column column)
    {
        Check(column);
        return column.Index == 0 ? _pixelsActive : _labelActive;
    }

    public override bool MoveNext()
    {
        if (_next >= (_block + 1) * (long)BlockRows)
        {
            _block += _stride;
            _next = (int)Math.Min(_block * (long)BlockRows, int.MaxValue);
        }

        if (_next >= _rows.Count)
        {
            _row = -1;
            return false;
        }

        _row = _order is null ? _next : _order[_next];
        _next++;
        _position++;
        return true;
    }

    public override ValueGetter<DataViewRowId> GetIdGetter() => (ref DataViewRowId id) => id = new DataViewRowId((ulong)Row, 0);

    public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
    {
        if (!IsColumnActive(column))
            throw new InvalidOperationException($"The column '{column.Name}' was not asked for when the cursor was opened.");

        Delegate getter = column.Index == 0 ? (ValueGetter<VBuffer<float>>)GetPixels : (ValueGetter<uint>)GetLabel;
        return getter as ValueGetter<TValue>
            ?? throw new InvalidOperationException($"The column '{column.Name}' is {column.Type}, not {typeof(TValue)}. Read it as {column.Type.RawType}.");
    }

    private int Row => _row >= 0 ? _row : throw new InvalidOperationException("The cursor stands on no row. Call MoveNext first and stop when it returns false.");

    /// <summary>Gives the raw key, in which 0 is kept for a missing label.</summary>
    private void GetLabel(ref uint value) => value = (uint)_rows.ClassOf(Row) + 1;

    private void GetPixels(ref VBuffer<float> value)
    {
        var editor = VBufferEditor.Create(ref value, ImageColumns.PixelCount);
        Widen(_rows.Pixels.Span.Slice(Row * ImageColumns.PixelCount, ImageColumns.PixelCount), editor.Values);
        value = editor.Commit();
    }

    private static void Widen(ReadOnlySpan<byte> bytes, Span<float> values)
    {
        // 784 is 49 vectors of 16 bytes.
        for (var i = 0; i < bytes.Length; i += 16)
        {
            var (low, high) = Vector128.Widen(Vector128.Create(bytes[i..]));
            var (first, second) = Vector128.Widen(low);
            var (third, fourth) = Vector128.Widen(high);
            Vector128.ConvertToSingle(first.AsInt32()).CopyTo(values[i..]);
            Vector128.ConvertToSingle(second.AsInt32()).CopyTo(values[(i + 4)..]);
            Vector128.ConvertToSingle(third.AsInt32()).CopyTo(values[(i + 8)..]);
            Vector128.ConvertToSingle(fourth.AsInt32()).CopyTo(values[(i + 12)..]);
        }
    }

    private void Check(DataViewSchema.Column column)
    {
        if ((uint)column.Index >= (uint)Schema.Count || Schema[column.Index].Name != column.Name)
            throw new ArgumentOutOfRangeException(nameof(column), $"The column '{column.Name}' is not one of this view's. Take columns from its Schema.");
    }
}
