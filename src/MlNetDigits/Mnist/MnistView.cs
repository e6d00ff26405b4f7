using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetDigits.Views;

namespace MlNetDigits.Mnist;

/// <summary>Digits kept as bytes and turned into columns only when read.</summary>
/// <remarks>Columns: <c>Pixels</c> (Vector&lt;Single, 784&gt;, 0-255) and <c>Label</c> (Key&lt;UInt32, 0-9&gt;; digit d has raw key d + 1).</remarks>
public sealed class MnistView : IDataView
{
    /// <summary>Pixels of one image: 28 rows of 28.</summary>
    public const int PixelCount = ImageColumns.PixelCount;

    /// <summary>Name of the column of raw pixels.</summary>
    public const string PixelsColumn = ImageColumns.Pixels;

    /// <summary>Name of the column of digits.</summary>
    public const string LabelColumn = ImageColumns.Label;

    /// <summary>Names of the ten classes, the digits in their order.</summary>
    internal static IReadOnlyList<string> ClassNames { get; } = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];

    private static readonly DataViewSchema Columns = ImageColumns.Of(ClassNames);

    private readonly byte[] _pixels;
    private readonly byte[] _labels;
    private readonly ImageRows _rows;

    /// <summary>Wraps images and labels; the arrays are not copied.</summary>
    /// <param name="pixels">Images one after the other, 784 bytes each, row-major, 0 is background.</param>
    /// <param name="labels">The digit of each image, 0-9.</param>
    /// <exception cref="ArgumentException">Lengths do not match or a label exceeds 9.</exception>
    public MnistView(byte[] pixels, byte[] labels)
    {
        ArgumentNullException.ThrowIfNull(pixels);
        ArgumentNullException.ThrowIfNull(labels);
        if (pixels.Length != (long)labels.Length * PixelCount)
            throw new ArgumentException($"{labels.Length} labels need {(long)labels.Length * PixelCount} pixels, but {pixels.Length} were given.", nameof(pixels));
        var wrong = labels.AsSpan().IndexOfAnyExceptInRange((byte)0, (byte)9);
        if (wrong >= 0)
            throw new ArgumentException($"Label {labels[wrong]} at index {wrong} is not a digit. Labels are 0 to 9.", nameof(labels));

        _pixels = pixels;
        _labels = labels;
        _rows = new ImageRows(Columns, pixels, labels.Length, row => labels[row]);
    }

    /// <summary>Number of digits.</summary>
    public int Count => _labels.Length;

    /// <summary>All pixels, 784 bytes per digit, 0-255.</summary>
    public ReadOnlyMemory<byte> Pixels => _pixels;

    /// <summary>The digits, 0-9, one byte each.</summary>
    public ReadOnlyMemory<byte> Labels => _labels;

    /// <inheritdoc/>
    public bool CanShuffle => true;

    /// <inheritdoc/>
    public DataViewSchema Schema => Columns;

    /// <inheritdoc/>
    public long? GetRowCount() => Count;

    /// <inheritdoc/>
    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null) =>
        _rows.GetCursor(columnsNeeded, rand);

    /// <inheritdoc/>
    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) =>
        _rows.GetCursors(columnsNeeded, n, rand);
}
