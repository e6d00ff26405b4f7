using System.Numerics;
using MlNetDigits.Networks.Kernels;
using MlNetDigits.Networks.Onnx;
using MlNetDigits.Networks.Randomness;

namespace MlNetDigits.Networks.Layers;

/// <summary>Normalizes each channel to mean 0 and variance 1 over the micro-batch, then scales and shifts it.</summary>
/// <remarks>
/// Training uses the micro-batch's statistics, so results do not depend on the number of threads; afterwards running averages of
/// them are used. Source: Ioffe and Szegedy, "Batch normalization", 2015; small batches: Hoffer et al., "Train longer, generalize better", 2017.
/// </remarks>
public sealed class BatchNorm : Layer
{
    /// <summary>Added to the variance before its root is taken.</summary>
    internal const float Epsilon = 1e-5f;

    /// <inheritdoc/>
    public override string Kind => nameof(BatchNorm);

    /// <inheritdoc/>
    public override int ParameterCount => 2 * InputShape.Channels;

    /// <inheritdoc/>
    public override long Flops => 2L * OutputShape.Size;

    internal override int StatisticCount => 2 * InputShape.Channels;

    // Scale and shift for the pass, then mean and inverse deviation.
    internal override long CacheCount(int microBatch) => 4L * InputShape.Channels;

    internal override long ScratchCount(int microBatch) => 5L * InputShape.Channels;

    private protected override Shape Infer(Shape input) => input;

    internal override void Initialize(Span<float> parameters, Span<float> statistics, ref RandomStream random)
    {
        int channels = InputShape.Channels;
        parameters[..channels].Fill(1);
        parameters[channels..].Clear();
        statistics[..channels].Clear();
        statistics[channels..].Fill(1);
    }

    internal override unsafe void Forward(in LayerPass pass)
    {
        int channels = InputShape.Channels, pixels = pass.Count * InputShape.Pixels;
        float* scale = pass.Cache, shift = scale + channels, mean = shift + channels, inverse = mean + channels;
        float* statistics = pass.Training ? pass.BatchStatistics : pass.Statistics;
        if (pass.Training) Measure(pass.Input, pixels, channels, statistics);
        for (int c = 0; c < channels; c++)
        {
            mean[c] = statistics[c];
            inverse[c] = 1 / MathF.Sqrt(statistics[channels + c] + Epsilon);
            scale[c] = pass.Parameters[c] * inverse[c];
            shift[c] = pass.Parameters[channels + c] - mean[c] * scale[c];
        }

        ScaleAndShift(pass.Input, pixels, channels, scale, shift, pass.Output);
    }

    internal override unsafe void Backward(in LayerPass pass)
    {
        int channels = InputShape.Channels, pixels = pass.Count * InputShape.Pixels;
        float* scale = pass.Cache, mean = scale + 2 * channels, inverse = mean + channels;
        float* sums = pass.Scratch, products = sums + channels, a = products + channels, b = a + channels, c = b + channels;
        Elementwise.Clear(sums, 2 * channels);
        Elementwise.AddPixels(pass.OutputGradient, pixels, channels, sums);
        AddProducts(pass.Input, pass.OutputGradient, mean, pixels, channels, products);
        for (int i = 0; i < channels; i++)
        {
            float normalizedProduct = products[i] * inverse[i];
            pass.ParameterGradient[i] += normalizedProduct;
            pass.ParameterGradient[channels + i] += sums[i];

            // dx = scale × (dy - mean(dy) - x̂ × mean(dy × x̂)), written as a × dy + b × x + c.
            a[i] = scale[i];
            b[i] = -scale[i] * inverse[i] * normalizedProduct / pixels;
            c[i] = -scale[i] * sums[i] / pixels - b[i] * mean[i];
        }

        if (pass.InputGradient != null) Combine(pass.OutputGradient, pass.Input, pixels, channels, a, b, c, pass.InputGradient);
    }

    /// <summary>Mean and variance of each channel, in two passes so that large means do not cancel.</summary>
    private static unsafe void Measure(float* values, int pixels, int channels, float* statistics)
    {
        float* mean = statistics, variance = statistics + channels;
        Elementwise.Clear(statistics, 2 * channels);
        Elementwise.AddPixels(values, pixels, channels, mean);
        for (int c = 0; c < channels; c++) mean[c] /= pixels;
        int channel = 0;
        for (; channel <= channels - Vector<float>.Count; channel += Vector<float>.Count)
        {
            Vector<float> center = Elementwise.Load(mean + channel), sum = Vector<float>.Zero;
            float* value = values + channel;
            for (int pixel = 0; pixel < pixels; pixel++, value += channels)
            {
                Vector<float> difference = Elementwise.Load(value) - center;
                sum += difference * difference;
            }

            Elementwise.Store(sum / new Vector<float>(pixels), variance + channel);
        }

        for (; channel < channels; channel++)
        {
            float sum = 0;
            for (int pixel = 0; pixel < pixels; pixel++)
            {
                float difference = values[(long)pixel * channels + channel] - mean[channel];
                sum += difference * difference;
            }

            variance[channel] = sum / pixels;
        }
    }

    private static unsafe void ScaleAndShift(float* input, int pixels, int channels, float* scale, float* shift, float* output)
    {
        for (int pixel = 0; pixel < pixels; pixel++, input += channels, output += channels)
        {
            int c = 0;
            for (; c <= channels - Vector<float>.Count; c += Vector<float>.Count)
                Elementwise.Store(Elementwise.Load(input + c) * Elementwise.Load(scale + c) + Elementwise.Load(shift + c), output + c);
            for (; c < channels; c++) output[c] = input[c] * scale[c] + shift[c];
        }
    }

    /// <summary>products[c] += Σ over pixels of (x - mean) × dy.</summary>
    private static unsafe void AddProducts(float* input, float* gradient, float* mean, int pixels, int channels, float* products)
    {
        int channel = 0;
        for (; channel <= channels - Vector<float>.Count; channel += Vector<float>.Count)
        {
            Vector<float> center = Elementwise.Load(mean + channel), sum = Elementwise.Load(products + channel);
            for (long i = channel, end = (long)pixels * channels; i < end; i += channels)
                sum += (Elementwise.Load(input + i) - center) * Elementwise.Load(gradient + i);
            Elementwise.Store(sum, products + channel);
        }

        for (; channel < channels; channel++)
            for (long i = channel, end = (long)pixels * channels; i < end; i += channels)
                products[channel] += (input[i] - mean[channel]) * gradient[i];
    }

    private static unsafe void Combine(float* gradient, float* input, int pixels, int channels, float* a, float* b, float* c, float* target)
    {
        for (int pixel = 0; pixel < pixels; pixel++, input += channels, gradient += channels, target += channels)
        {
            int i = 0;
            for (; i <= channels - Vector<float>.Count; i += Vector<float>.Count)
                Elementwise.Store(Elementwise.Load(a + i) * Elementwise.Load(gradient + i) + Elementwise.Load(b + i) * Elementwise.Load(input + i) + Elementwise.Load(c + i), target + i);
            for (; i < channels; i++) target[i] = a[i] * gradient[i] + b[i] * input[i] + c[i];
        }
    }

    internal override ExportedValue Export(in LayerExport export)
    {
        int channels = InputShape.Channels;
        string[] inputs =
        [
            export.Input.Name,
            export.Constant("scale", export.Parameters[..channels], channels),
            export.Constant("shift", export.Parameters[channels..], channels),
            export.Constant("mean", export.Statistics[..channels], channels),
            export.Constant("variance", export.Statistics[channels..], channels),
        ];
        return export.Input with { Name = export.Node("BatchNormalization", inputs, OnnxAttribute.Float("epsilon", Epsilon)) };
    }

    internal override void Import(in LayerImport import)
    {
        int channels = InputShape.Channels;
        import.Constant("scale", channels).CopyTo(import.Parameters);
        import.Constant("shift", channels).CopyTo(import.Parameters[channels..]);
        import.Constant("mean", channels).CopyTo(import.Statistics);
        import.Constant("variance", channels).CopyTo(import.Statistics[channels..]);
    }
}
