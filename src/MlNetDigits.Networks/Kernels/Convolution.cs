namespace MlNetDigits.Networks.Kernels;

/// <summary>Convolution forward and both its gradients for a batch of NHWC images.</summary>
/// <remarks>A dense layer is the case of a 1×1 input. Weights are [kernel row, kernel column, input channel, output channel].</remarks>
internal sealed unsafe class Convolution(WindowGeometry geometry)
{
    private readonly IConvolutionAlgorithm _algorithm = Winograd.Fits(geometry) ? new WinogradAlgorithm(geometry) : new DirectAlgorithm(geometry);
    private readonly ConvolutionWeightGradient _weightGradient = new(geometry);

    public int WeightCount => _weightGradient.WeightCount;

    /// <summary>Floats of packed weights and bias.</summary>
    public int PackedCount => _algorithm.PackedCount;

    /// <summary>Floats of scratch.</summary>
    public int ScratchCount => Math.Max(_algorithm.ScratchCount, _weightGradient.ScratchCount);

    /// <summary>Packs weights and bias; once for each change of them.</summary>
    public void Pack(float* weights, float* bias, float* packed, bool forTraining) => _algorithm.Pack(weights, bias, packed, forTraining);

    /// <summary>output = input ⋆ weights + bias.</summary>
    public void Forward(int count, float* input, float* packed, float* output, float* scratch) => _algorithm.Forward(count, input, packed, output, scratch);

    /// <summary>input gradient = output gradient ⋆ flipped weights.</summary>
    public void BackwardInput(int count, float* outputGradient, float* packed, float* inputGradient, float* scratch) =>
        _algorithm.BackwardInput(count, outputGradient, packed, inputGradient, scratch);

    /// <summary>weight gradient += Σ over images and pixels of input × output gradient; likewise the bias.</summary>
    public void BackwardWeights(int count, float* input, float* outputGradient, float* weightGradient, float* biasGradient, float* scratch) =>
        _weightGradient.Run(count, input, outputGradient, weightGradient, biasGradient, scratch);
}
