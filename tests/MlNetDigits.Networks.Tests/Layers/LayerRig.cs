using MlNetDigits.Networks.Layers;
using MlNetDigits.Networks.Tests.Kernels;

namespace MlNetDigits.Networks.Tests.Layers;

/// <summary>Runs one bound layer in memory of its own, with guard values behind every buffer and NaN in all that it must write.</summary>
internal sealed unsafe class LayerRig : IDisposable
{
    private readonly Layer _layer;
    private readonly GuardedBuffer _statistics, _packed, _scratch, _cache;
    private LayerPass _pass;

    public LayerRig(Layer layer, int count, bool training, ulong key = 7)
    {
        _layer = layer;
        int inputs = count * layer.InputShape.Size, outputs = count * layer.OutputShape.Size;
        (Input, SecondInput, InputGradient, SecondInputGradient) = (new(inputs), new(inputs), new(inputs), new(inputs));
        (Output, OutputGradient, BatchStatistics) = (new(outputs), new(outputs), new(layer.StatisticCount));
        (Parameters, ParameterGradient, _statistics) = (new(layer.ParameterCount), new(layer.ParameterCount), new(layer.StatisticCount));
        (_packed, _scratch, _cache) = (new(layer.PackedCount), new(layer.ScratchCount(count)), new(layer.CacheCount(count)));
        ParameterGradient.Span.Clear();
        _pass = new LayerPass
        {
            Count = count, Training = training, Key = key,
            Input = Input.Pointer, SecondInput = layer.HasSecondInput ? SecondInput.Pointer : null, Output = Output.Pointer,
            OutputGradient = OutputGradient.Pointer, InputGradient = InputGradient.Pointer, SecondInputGradient = layer.HasSecondInput ? SecondInputGradient.Pointer : null,
            Parameters = Parameters.Pointer, Packed = _packed.Pointer, ParameterGradient = ParameterGradient.Pointer,
            Statistics = _statistics.Pointer, BatchStatistics = BatchStatistics.Pointer, Scratch = _scratch.Pointer, Cache = _cache.Pointer,
        };
    }

    public GuardedBuffer Input { get; }
    public GuardedBuffer SecondInput { get; }
    public GuardedBuffer Output { get; }
    public GuardedBuffer OutputGradient { get; }
    public GuardedBuffer InputGradient { get; }
    public GuardedBuffer SecondInputGradient { get; }
    public GuardedBuffer Parameters { get; }
    public GuardedBuffer ParameterGradient { get; }
    public GuardedBuffer BatchStatistics { get; }

    private GuardedBuffer[] All =>
        [Input, SecondInput, Output, OutputGradient, InputGradient, SecondInputGradient, Parameters, ParameterGradient, BatchStatistics, _statistics, _packed, _scratch, _cache];

    public void SetState(ReadOnlySpan<float> parameters, ReadOnlySpan<float> statistics)
    {
        Parameters.Fill(parameters);
        _statistics.Fill(statistics);
        _layer.Pack(Parameters.Pointer, _packed.Pointer, forTraining: true);
    }

    public void Forward()
    {
        _layer.Forward(_pass);
        AssertGuardsIntact();
    }

    public void Backward()
    {
        _layer.Backward(_pass);
        AssertGuardsIntact();
    }

    public void BackwardForParametersAlone()
    {
        LayerPass pass = _pass;
        pass.InputGradient = pass.SecondInputGradient = null;
        _layer.Backward(pass);
        AssertGuardsIntact();
    }

    public void Dispose()
    {
        foreach (GuardedBuffer buffer in All) buffer.Dispose();
    }

    private void AssertGuardsIntact()
    {
        foreach (GuardedBuffer buffer in All) buffer.AssertGuardIntact();
    }
}
