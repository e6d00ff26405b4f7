using System.Numerics;
using System.Runtime.CompilerServices;

namespace MlNetDigits.Networks.Kernels;

/// <summary>Passes over memory that layers share. Sums run lane by lane in one order, so results do not depend on register width.</summary>
internal static unsafe class Elementwise
{
    /// <summary>sums[c] += Σ over pixels of values[pixel, c].</summary>
    public static void AddPixels(float* values, int pixels, int channels, float* sums)
    {
        int channel = 0;
        for (; channel <= channels - Vector<float>.Count; channel += Vector<float>.Count)
        {
            Vector<float> sum = Load(sums + channel);
            float* value = values + channel;
            for (int pixel = 0; pixel < pixels; pixel++, value += channels) sum += Load(value);
            Store(sum, sums + channel);
        }

        for (; channel < channels; channel++)
        {
            float sum = sums[channel];
            for (int pixel = 0; pixel < pixels; pixel++) sum += values[(long)pixel * channels + channel];
            sums[channel] = sum;
        }
    }

    /// <summary>Copies an image into the middle of a larger one whose border becomes zero.</summary>
    public static void CopyWithBorder(float* image, Shape shape, Shape bordered, int top, int left, float* target)
    {
        int row = shape.Width * shape.Channels, pitch = bordered.Width * bordered.Channels, before = left * shape.Channels, after = pitch - before - row;
        Clear(target, (long)top * pitch);
        target += (long)top * pitch;
        for (int r = 0; r < shape.Height; r++, image += row, target += pitch)
        {
            Clear(target, before);
            Copy(image, target + before, row);
            Clear(target + before + row, after);
        }

        Clear(target, (long)(bordered.Height - top - shape.Height) * pitch);
    }

    /// <summary>The image itself, or a copy of it in scratch with the border that windows need.</summary>
    public static float* WithBorder(float* image, WindowGeometry geometry, float* scratch)
    {
        if (!geometry.IsPadded) return image;
        CopyWithBorder(image, geometry.Input, geometry.PaddedInput, geometry.PadTop, geometry.PadLeft, scratch);
        return scratch;
    }

    /// <summary>target += source.</summary>
    public static void Add(float* source, float* target, long count)
    {
        long i = 0;
        for (; i <= count - Vector<float>.Count; i += Vector<float>.Count) Store(Load(target + i) + Load(source + i), target + i);
        for (; i < count; i++) target[i] += source[i];
    }

    public static void Copy(float* source, float* target, long count) => Unsafe.CopyBlockUnaligned(target, source, checked((uint)(count * sizeof(float))));

    public static void Clear(float* target, long count) => Unsafe.InitBlockUnaligned(target, 0, checked((uint)(count * sizeof(float))));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Load(float* source) => Unsafe.ReadUnaligned<Vector<float>>(source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector<float> value, float* target) => Unsafe.WriteUnaligned(target, value);
}
