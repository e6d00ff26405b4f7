namespace MlNetDigits.Networks.Kernels;

/// <summary>Both directions by Winograd's algorithm; the gradient's weights are the forward weights, turned after their transform.</summary>
internal sealed unsafe class WinogradAlgorithm(WindowGeometry geometry) : IConvolutionAlgorithm
{
    private readonly Winograd _forward = Winograd.ForTraining(geometry);
    private readonly Winograd _inputGradient = Winograd.ForTraining(geometry.ForInputGradient());

    public int PackedCount => PackedForwardCount + _inputGradient.PackedCount;

    public int ScratchCount => Math.Max(_forward.ScratchCount, _inputGradient.ScratchCount);

    private int PackedForwardCount => (_forward.PackedCount + 15) / 16 * 16;

    public void Pack(float* weights, float* bias, float* packed, bool forTraining)
    {
        _forward.Pack(weights, bias, packed);
        if (forTraining) _inputGradient.PackFlipped(_forward, packed, packed + PackedForwardCount);
    }

    public void Forward(int count, float* input, float* packed, float* output, float* scratch) => _forward.Forward(count, input, packed, output, scratch);

    public void BackwardInput(int count, float* outputGradient, float* packed, float* inputGradient, float* scratch) =>
        _inputGradient.Forward(count, outputGradient, packed + PackedForwardCount, inputGradient, scratch);
}
