namespace MlNetDigits.Networks.Kernels;

/// <summary>Both directions by the sums of the definition, but for images of one channel, which have a faster forward kernel.</summary>
internal sealed unsafe class DirectAlgorithm(WindowGeometry geometry) : IConvolutionAlgorithm
{
    private readonly IForwardConvolution _forward =
        SingleChannelConvolution.IsComputable(geometry) ? SingleChannelConvolution.Create(geometry, relu: false, pool: false) : new DirectConvolution(geometry);
    private readonly ConvolutionInputGradient _inputGradient = new(geometry);

    public int PackedCount => PackedForwardCount + _inputGradient.PackedCount;

    public int ScratchCount => Math.Max(_forward.ScratchCount, _inputGradient.ScratchCount);

    private int PackedForwardCount => (_forward.PackedCount + 15) / 16 * 16;

    public void Pack(float* weights, float* bias, float* packed, bool forTraining)
    {
        _forward.Pack(weights, bias, packed);
        if (forTraining) _inputGradient.Pack(weights, packed + PackedForwardCount);
    }

    public void Forward(int count, float* input, float* packed, float* output, float* scratch) => _forward.Forward(count, input, packed, output, scratch);

    public void BackwardInput(int count, float* outputGradient, float* packed, float* inputGradient, float* scratch) =>
        _inputGradient.Run(count, outputGradient, packed + PackedForwardCount, inputGradient, scratch);
}
