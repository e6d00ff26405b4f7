using MlNetDigits.Networks.Kernels;
using MlNetDigits.Networks.Layers;

namespace MlNetDigits.Networks.Benchmarking;

/// <summary>All memory that one layer alone needs for its passes.</summary>
internal sealed unsafe class LayerMemory : IDisposable
{
    private readonly List<AlignedBuffer> _buffers = [];

    public LayerMemory(Layer layer, int count, bool training)
    {
        float* parameters = Take(layer.ParameterCount), packed = Take(layer.PackedCount);
        layer.Pack(parameters, packed, forTraining: training);
        long inputs = (long)count * layer.InputShape.Size, outputs = (long)count * layer.OutputShape.Size;
        Pass = new LayerPass
        {
            Count = count, Training = training, Key = 1,
            Input = Take(inputs), SecondInput = Take(inputs), Output = Take(outputs),
            OutputGradient = Take(outputs), InputGradient = Take(inputs), SecondInputGradient = Take(inputs),
            Parameters = parameters, Packed = packed, ParameterGradient = Take(layer.ParameterCount),
            Statistics = Take(layer.StatisticCount), BatchStatistics = Take(layer.StatisticCount),
            Scratch = Take(layer.ScratchCount(count)), Cache = Take(layer.CacheCount(count)),
        };
    }

    /// <summary>Arguments of both passes.</summary>
    public LayerPass Pass { get; }

    public void Dispose()
    {
        foreach (AlignedBuffer buffer in _buffers) buffer.Dispose();
    }

    private float* Take(long count)
    {
        var buffer = new AlignedBuffer(count);
        _buffers.Add(buffer);
        return buffer.Pointer;
    }
}
