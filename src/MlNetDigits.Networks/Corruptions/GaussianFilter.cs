namespace MlNetDigits.Networks.Corruptions;

/// <summary>Blurs by a Gaussian, one axis after the other; pixels beyond the border equal it.</summary>
internal sealed class GaussianFilter(int height, int width)
{
    /// <summary>Deviations after which the kernel is cut off.</summary>
    private const float Reach = 4;

    private static readonly float[] _deviations = [1, 2, 3, 4, 6];

    private readonly float[] _padded = new float[Math.Max(height, width) * 9];
    private readonly Dictionary<float, float[]> _kernels = [];

    public void Blur(Span<float> image, int level, float unit) => Apply(image, _deviations[level] * unit);

    public void Apply(Span<float> image, float deviation)
    {
        if (!_kernels.TryGetValue(deviation, out float[]? kernel)) _kernels[deviation] = kernel = Kernel(deviation);
        for (int y = 0; y < height; y++) Line(image, y * width, 1, width, kernel);
        for (int x = 0; x < width; x++) Line(image, x, width, height, kernel);
    }

    private void Line(Span<float> image, int start, int step, int length, ReadOnlySpan<float> kernel)
    {
        int radius = kernel.Length / 2;
        Span<float> padded = _padded.AsSpan(0, length + kernel.Length - 1);
        for (int i = 0; i < padded.Length; i++) padded[i] = image[start + (Math.Clamp(i - radius, 0, length - 1) * step)];
        for (int i = 0; i < length; i++)
            image[start + (i * step)] = System.Numerics.Tensors.TensorPrimitives.Dot(padded.Slice(i, kernel.Length), kernel);
    }

    private float[] Kernel(float deviation)
    {
        int radius = Math.Min((int)((Reach * deviation) + 0.5f), 4 * Math.Max(height, width));
        double[] weights = [.. Enumerable.Range(-radius, (2 * radius) + 1).Select(i => Math.Exp(-0.5 * i * i / (deviation * deviation)))];
        return [.. weights.Select(weight => (float)(weight / weights.Sum()))];
    }
}
