namespace MlNetDigits.Networks.Training;

/// <summary>Collects images of floats into an <see cref="ImageSet"/>, as bytes for as long as they have at most 256 values.</summary>
/// <param name="shape">Shape of one image.</param>
/// <param name="capacity">Expected number of images; default unknown.</param>
public sealed class ImageSetBuilder(Shape shape, int capacity = 0)
{
    private readonly Dictionary<int, byte> _codes = [];
    private readonly List<float> _palette = [];
    private readonly List<int> _labels = new(capacity);
    private byte[] _bytes = new byte[Math.Max(capacity, 16) * shape.Size];
    private float[] _floats = [];

    /// <summary>Number of images so far.</summary>
    public int Count => _labels.Count;

    /// <summary>Adds an image.</summary>
    /// <param name="pixels">Exactly height × width × channels finite values.</param>
    /// <param name="label">Class of the image, at least 0.</param>
    /// <exception cref="ArgumentException">The length is wrong, or a value is not finite.</exception>
    public void Add(ReadOnlySpan<float> pixels, int label)
    {
        Guard.AtLeast(0, label, nameof(label));
        if (pixels.Length != shape.Size) throw new ArgumentException($"Image {Count} has {pixels.Length} values, but {shape} needs {shape.Size}.", nameof(pixels));
        int start = checked(Count * shape.Size);
        for (int i = 0; i < pixels.Length; i++)
        {
            if (!float.IsFinite(pixels[i])) throw new ArgumentException(FormattableString.Invariant($"Value {i} of image {Count} is {pixels[i]}: replace or drop values that are not finite."), nameof(pixels));
        }

        if (_floats.Length == 0 && !TryAddBytes(pixels, start)) TurnToFloats(start);
        if (_floats.Length > 0)
        {
            Grow(ref _floats, start + shape.Size);
            pixels.CopyTo(_floats.AsSpan(start));
        }

        _labels.Add(label);
    }

    /// <summary>Makes the set; the builder must not be used afterwards.</summary>
    /// <returns>All images added.</returns>
    public ImageSet Build()
    {
        float[] palette = [.. _palette, .. new float[256 - _palette.Count]];
        return new ImageSet(shape, _bytes, palette, _floats, [.. _labels], ImageSet.AllRows(Count));
    }

    private bool TryAddBytes(ReadOnlySpan<float> pixels, int start)
    {
        Grow(ref _bytes, start + shape.Size);
        Span<byte> target = _bytes.AsSpan(start, shape.Size);
        int lastBits = 0;
        byte lastCode = 0;
        bool known = false;
        for (int i = 0; i < pixels.Length; i++)
        {
            int bits = BitConverter.SingleToInt32Bits(pixels[i]);
            if (!known || bits != lastBits)
            {
                if (!_codes.TryGetValue(bits, out lastCode))
                {
                    if (_palette.Count == 256) return false;
                    lastCode = _codes[bits] = (byte)_palette.Count;
                    _palette.Add(pixels[i]);
                }

                lastBits = bits;
                known = true;
            }

            target[i] = lastCode;
        }

        return true;
    }

    private void TurnToFloats(int count)
    {
        _floats = new float[Math.Max(_bytes.Length, shape.Size)];
        for (int i = 0; i < count; i++) _floats[i] = _palette[_bytes[i]];
        _bytes = [];
    }

    private static void Grow<T>(ref T[] values, int needed)
    {
        if (values.Length < needed) Array.Resize(ref values, (int)Math.Min(Array.MaxLength, Math.Max(needed, values.Length * 3L / 2)));
    }
}
