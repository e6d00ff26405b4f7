namespace MlNetDigits.Networks.Kernels;

/// <summary>A way to compute a convolution's outputs and the gradient of its input, in training.</summary>
internal unsafe interface IConvolutionAlgorithm
{
    /// <summary>Floats of packed weights and bias, for both directions.</summary>
    int PackedCount { get; }

    /// <summary>Floats of scratch.</summary>
    int ScratchCount { get; }

    /// <summary>Packs weights and a bias, null for none; once for each change of them.</summary>
    void Pack(float* weights, float* bias, float* packed, bool forTraining);

    /// <summary>output = input ⋆ weights + bias.</summary>
    void Forward(int count, float* input, float* packed, float* output, float* scratch);

    /// <summary>input gradient = output gradient ⋆ flipped weights.</summary>
    void BackwardInput(int count, float* outputGradient, float* packed, float* inputGradient, float* scratch);
}
