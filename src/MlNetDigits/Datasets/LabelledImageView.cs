using System.Runtime.InteropServices;
using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetDigits.Mnist;
using MlNetDigits.Networks;
using MlNetDigits.Networks.Training;
using MlNetDigits.Views;

namespace MlNetDigits.Datasets;

/// <summary>Images of 28×28 with labels of any text, kept as bytes and turned into columns when read.</summary>
/// <remarks>Columns: <c>Pixels</c> (Vector&lt;Single, 784&gt;, 0-255) and <c>Label</c> (Key&lt;UInt32&gt; of the class names).</remarks>
public sealed class LabelledImageView : IDataView
{
    private readonly byte[] _pixels;
    private readonly int[] _classes;
    private readonly ImageRows _rows;

    /// <summary>Wraps images and their classes; the arrays are not copied.</summary>
    /// <param name="pixels">Images one after the other, 784 bytes each, row-major.</param>
    /// <param name="classes">Class of each image, an index into the names.</param>
    /// <param name="classNames">Different names of all classes, at least one.</param>
    /// <exception cref="ArgumentException">Lengths do not match, a class has no name, or names are equal.</exception>
    public LabelledImageView(byte[] pixels, int[] classes, IReadOnlyList<string> classNames)
    {
        ArgumentNullException.ThrowIfNull(pixels);
        ArgumentNullException.ThrowIfNull(classes);
        ArgumentNullException.ThrowIfNull(classNames);
        if (pixels.Length != (long)classes.Length * MnistView.PixelCount)
            throw new ArgumentException($"{classes.Length} classes need {(long)classes.Length * MnistView.PixelCount} pixels, but {pixels.Length} were given.", nameof(pixels));
        if (classNames.GroupBy(name => name).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new ArgumentException($"Two classes are called '{twice.Key}'. Give each class a name of its own.", nameof(classNames));
        int wrong = Array.FindIndex(classes, index => (uint)index >= (uint)classNames.Count);
        if (wrong >= 0)
            throw new ArgumentException($"Class {classes[wrong]} of image {wrong} has no name. Classes are 0 to {classNames.Count - 1}.", nameof(classes));

        (_pixels, _classes, ClassNames) = (pixels, classes, [.. classNames]);
        _rows = new ImageRows(ImageColumns.Of(ClassNames), pixels, classes.Length, row => classes[row]);
    }

    /// <summary>Number of images.</summary>
    public int Count => _classes.Length;

    /// <summary>All pixels, 784 bytes per image, 0-255.</summary>
    public ReadOnlyMemory<byte> Pixels => _pixels;

    /// <summary>Class of each image, an index into <see cref="ClassNames"/>.</summary>
    public ReadOnlyMemory<int> Classes => _classes;

    /// <summary>Names of all classes, in the order of a model's scores.</summary>
    public IReadOnlyList<string> ClassNames { get; }

    /// <summary>What was decided while reading, in whole sentences.</summary>
    /// <value>Default none.</value>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <inheritdoc/>
    public bool CanShuffle => true;

    /// <inheritdoc/>
    public DataViewSchema Schema => _rows.Schema;

    /// <summary>Wraps MNIST's digits, whose classes are named 0 to 9; pixels are not copied.</summary>
    /// <param name="view">The digits.</param>
    public static LabelledImageView From(MnistView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        byte[] pixels = MemoryMarshal.TryGetArray(view.Pixels, out ArraySegment<byte> segment) && segment.Array!.Length == segment.Count ? segment.Array : view.Pixels.ToArray();
        return new LabelledImageView(pixels, Array.ConvertAll(view.Labels.ToArray(), label => (int)label), MnistView.ClassNames);
    }

    /// <summary>Gives digits in MNIST's form; classes are the digits.</summary>
    internal MnistView ToMnist() => new(Pixels.ToArray(), Array.ConvertAll(_classes, digit => (byte)digit));

    /// <inheritdoc/>
    public long? GetRowCount() => Count;

    /// <inheritdoc/>
    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null) => _rows.GetCursor(columnsNeeded, rand);

    /// <inheritdoc/>
    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) => _rows.GetCursors(columnsNeeded, n, rand);

    /// <summary>Takes some images in the order given; all class names stay.</summary>
    /// <param name="rows">Indices of images, from 0.</param>
    /// <returns>A view with a copy of these images.</returns>
    public LabelledImageView Select(IReadOnlyList<int> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var pixels = new byte[checked(rows.Count * MnistView.PixelCount)];
        for (int i = 0; i < rows.Count; i++)
            _pixels.AsSpan(rows[i] * MnistView.PixelCount, MnistView.PixelCount).CopyTo(pixels.AsSpan(i * MnistView.PixelCount));
        return new LabelledImageView(pixels, [.. rows.Select(row => _classes[row])], ClassNames);
    }

    /// <summary>Takes the first images alone, for trials.</summary>
    /// <param name="count">Most images to take; null takes all.</param>
    public LabelledImageView Take(int? count) => count is { } most && most < Count ? Select([.. Enumerable.Range(0, most)]) : this;

    /// <summary>Gives the same images with a class moved behind all others, where one of images to refuse must be.</summary>
    /// <param name="className">Name of the class.</param>
    /// <exception cref="ArgumentException">There is no such class.</exception>
    public LabelledImageView WithLastClass(string className)
    {
        int place = PlaceOf(className), last = ClassNames.Count - 1;
        return place == last ? this : new LabelledImageView(
            _pixels, [.. _classes.Select(index => index == place ? last : index > place ? index - 1 : index)], [.. ClassNames.Where(name => name != className), className]) { Notes = Notes };
    }

    /// <summary>Gives all images but those of a class, which is no class of the view then.</summary>
    /// <param name="className">Name of the class.</param>
    /// <exception cref="ArgumentException">There is no such class.</exception>
    public LabelledImageView WithoutClass(string className)
    {
        int place = PlaceOf(className);
        LabelledImageView others = Select([.. Enumerable.Range(0, Count).Where(row => _classes[row] != place)]);
        return new LabelledImageView(others._pixels, [.. others._classes.Select(index => index > place ? index - 1 : index)], [.. ClassNames.Where(name => name != className)]);
    }

    /// <summary>Counts the images of each class.</summary>
    /// <returns>One number for each class, in the order of names.</returns>
    public int[] CountClasses()
    {
        var counts = new int[ClassNames.Count];
        foreach (int index in _classes)
            counts[index]++;
        return counts;
    }

    /// <summary>Gives the images to the network engine, pixels from 0 to 1; they are not copied.</summary>
    /// <returns>28×28×1 images in the view's order.</returns>
    public ImageSet ToImageSet() => ImageSet.FromBytes(new Shape(28, 28, 1), _pixels, [.. _classes]);

    /// <summary>Requires that a model or training data know the class of every image.</summary>
    /// <param name="known">Names of the classes known.</param>
    /// <param name="who">What knows them, such as <c>the model</c>.</param>
    /// <exception cref="InvalidDataException">Labels are unknown; the message names them.</exception>
    public void RequireKnown(IReadOnlyList<string> known, string who)
    {
        ArgumentNullException.ThrowIfNull(known);
        int[] counts = CountClasses();
        KeyValuePair<string, int>[] unknown = [.. ClassNames.Index().Where(each => counts[each.Index] > 0 && !known.Contains(each.Item)).Select(each => KeyValuePair.Create(each.Item, counts[each.Index]))];
        if (unknown.Length > 0)
            throw new InvalidDataException($"{ClassList.DescribeUnknown(who, unknown, known)} Leave such images out, or use what knows them.");
    }

    private int PlaceOf(string className) => ClassNames.ToList().IndexOf(className) is >= 0 and var place ? place
        : throw new ArgumentException($"There is no class '{className}', only {ClassList.Abbreviate(ClassNames)}.", nameof(className));
}
