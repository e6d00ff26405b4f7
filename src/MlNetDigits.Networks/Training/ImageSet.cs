using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using MlNetDigits.Networks.Randomness;

namespace MlNetDigits.Networks.Training;

/// <summary>Labelled images in memory: one byte a value when there are at most 256 different values, else floats.</summary>
public sealed class ImageSet
{
    private readonly byte[] _bytes;
    private readonly float[] _palette;
    private readonly float[] _floats;
    private readonly int[] _labels;
    private readonly int[] _rows;
    private readonly byte[][]? _sequences;

    internal ImageSet(Shape shape, byte[] bytes, float[] palette, float[] floats, int[] labels, int[] rows, byte[][]? sequences = null)
    {
        Debug.Assert(bytes.LongLength + floats.LongLength >= (long)labels.Length * shape.Size);
        Shape = shape;
        _bytes = bytes;
        _palette = palette;
        _floats = floats;
        _labels = labels;
        _rows = rows;
        _sequences = sequences;
    }

    /// <summary>Shape of one image.</summary>
    public Shape Shape { get; }

    /// <summary>Number of images.</summary>
    public int Count => _rows.Length;

    /// <summary>Class of an image, from 0.</summary>
    /// <param name="index">Position in the set.</param>
    public int Label(int index) => _labels[_rows[index]];

    /// <summary>Makes a set of bytes.</summary>
    /// <param name="shape">Shape of one image.</param>
    /// <param name="pixels">Images one behind the other, each [height, width, channels]; not copied.</param>
    /// <param name="labels">Class of each image, from 0; not copied.</param>
    /// <param name="palette">Value of each of the 256 bytes; default byte / 255.</param>
    /// <returns>The set.</returns>
    /// <exception cref="ArgumentException">The lengths do not agree.</exception>
    public static ImageSet FromBytes(Shape shape, byte[] pixels, int[] labels, float[]? palette = null)
    {
        ArgumentNullException.ThrowIfNull(pixels);
        ArgumentNullException.ThrowIfNull(labels);
        if (pixels.LongLength != (long)labels.Length * shape.Size)
            throw new ArgumentException($"{pixels.LongLength} pixels are not {labels.Length} images of {shape}: give {shape.Size} for each label.", nameof(pixels));
        palette ??= [.. Enumerable.Range(0, 256).Select(value => value / 255f)];
        if (palette.Length != 256) throw new ArgumentException($"The palette has {palette.Length} values, but bytes need 256.", nameof(palette));
        return new ImageSet(shape, pixels, palette, [], labels, AllRows(labels.Length));
    }

    /// <summary>Makes a set of images that show several things in a row each, such as lines of digits.</summary>
    /// <param name="shape">Shape of one image.</param>
    /// <param name="pixels">Images one behind the other, each [height, width, channels], bytes of 0-255 for 0 to 1; not copied.</param>
    /// <param name="sequences">Classes of each image from left to right, each from 0; not copied. A network for them has one class more, which stands between.</param>
    /// <returns>The set.</returns>
    /// <exception cref="ArgumentException">The lengths do not agree.</exception>
    public static ImageSet FromSequences(Shape shape, byte[] pixels, byte[][] sequences)
    {
        ArgumentNullException.ThrowIfNull(sequences);
        ImageSet set = FromBytes(shape, pixels, AllRows(sequences.Length));
        return new ImageSet(shape, set._bytes, set._palette, [], set._labels, set._rows, sequences);
    }

    /// <summary>Whether each image's label is the number of a sequence of classes.</summary>
    internal bool HasSequences => _sequences is not null;

    /// <summary>The classes of a sequence.</summary>
    /// <param name="label">What <see cref="Label"/> gives for an image.</param>
    internal ReadOnlySpan<byte> Sequence(int label) => _sequences![label];

    /// <summary>Splits off a random share of every class, of which one image remains at least; sequences are of one class.</summary>
    /// <param name="fraction">Share of the second set, above 0 and below 1.</param>
    /// <param name="seed">Equal seeds split alike.</param>
    /// <returns>The larger rest and the share; both look at the same memory.</returns>
    public (ImageSet Remaining, ImageSet Taken) Split(double fraction, int seed)
    {
        Guard.Inside(0, 1, fraction, nameof(fraction));
        var random = new RandomStream(RandomStream.Mix((ulong)seed, 0x5B117));
        List<int> rest = [], share = [];
        foreach (IGrouping<int, int> rows in _rows.GroupBy(row => HasSequences ? 0 : _labels[row]).OrderBy(group => group.Key))
        {
            int[] shuffled = [.. rows];
            Shuffle(shuffled, ref random);
            int taken = Math.Min((int)Math.Round(shuffled.Length * fraction), shuffled.Length - 1);
            share.AddRange(shuffled[..taken]);
            rest.AddRange(shuffled[taken..]);
        }

        rest.Sort();
        share.Sort();
        return (WithRows([.. rest]), WithRows([.. share]));
    }

    /// <summary>The first images of a random order.</summary>
    /// <param name="count">Number of images, at least 1; more than there are gives all.</param>
    /// <param name="seed">Seed of the order.</param>
    /// <returns>A set that looks at the same memory.</returns>
    public ImageSet Sample(int count, int seed)
    {
        Guard.AtLeast(1, count, nameof(count));
        int[] rows = [.. _rows];
        var random = new RandomStream(RandomStream.Mix((ulong)seed, 0x5A3B1E));
        Shuffle(rows, ref random);
        return WithRows(rows[..Math.Min(count, rows.Length)]);
    }

    /// <summary>Goes round and round through the images, which augmentation distorts differently each time.</summary>
    /// <param name="count">Number of images, at least 1.</param>
    /// <returns>A set that looks at the same memory: four bytes for each image.</returns>
    public ImageSet Repeat(int count)
    {
        Guard.AtLeast(1, count, nameof(count));
        Guard.AtLeast(1, Count, nameof(Count));
        var rows = new int[count];
        for (int i = 0; i < count; i++) rows[i] = _rows[i % _rows.Length];
        return WithRows(rows);
    }

    /// <summary>Writes an image's values.</summary>
    /// <param name="index">Position in the set.</param>
    /// <param name="target">At least <see cref="Shape"/>.Size floats.</param>
    public void CopyTo(int index, Span<float> target)
    {
        int size = Shape.Size, start = checked(_rows[index] * size);
        if (_floats.Length > 0)
        {
            _floats.AsSpan(start, size).CopyTo(target);
            return;
        }

        ReadOnlySpan<byte> source = _bytes.AsSpan(start, size);
        ReadOnlySpan<float> palette = _palette;
        for (int i = 0; i < source.Length; i++) target[i] = palette[source[i]];
    }

    /// <summary>SHA-256 of shape, labels and pixels in the set's order, in hexadecimal.</summary>
    internal string ContentHash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(MemoryMarshal.AsBytes((ReadOnlySpan<int>)[Shape.Height, Shape.Width, Shape.Channels, .. _rows.Select(row => _labels[row])]));
        hash.AppendData(MemoryMarshal.AsBytes(_palette.AsSpan()));
        foreach (byte[] sequence in _sequences ?? []) hash.AppendData([(byte)sequence.Length, .. sequence]);
        int size = Shape.Size;
        foreach (int row in _rows)
        {
            if (_floats.Length > 0) hash.AppendData(MemoryMarshal.AsBytes(_floats.AsSpan(checked(row * size), size)));
            else hash.AppendData(_bytes.AsSpan(checked(row * size), size));
        }

        return Convert.ToHexStringLower(hash.GetCurrentHash());
    }

    internal static void Shuffle(Span<int> values, ref RandomStream random)
    {
        for (int i = values.Length - 1; i > 0; i--)
        {
            int other = random.Next(i + 1);
            (values[i], values[other]) = (values[other], values[i]);
        }
    }

    internal static int[] AllRows(int count) => [.. Enumerable.Range(0, count)];

    private ImageSet WithRows(int[] rows) => new(Shape, _bytes, _palette, _floats, _labels, rows, _sequences);
}
