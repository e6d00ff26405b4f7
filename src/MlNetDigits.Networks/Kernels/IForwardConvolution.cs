namespace MlNetDigits.Networks.Kernels;

/// <summary>A way to compute a convolution's outputs.</summary>
internal unsafe interface IForwardConvolution
{
    /// <summary>Shape of one image's output.</summary>
    Shape Output { get; }

    /// <summary>Floats of packed weights and bias.</summary>
    int PackedCount { get; }

    /// <summary>Floats of scratch.</summary>
    int ScratchCount { get; }

    /// <summary>Packs weights [kernel row, kernel column, input, output] and a bias, null for none; once for each change of them.</summary>
    void Pack(float* weights, float* bias, float* packed);

    /// <summary>Computes outputs of a batch of images.</summary>
    void Forward(int count, float* input, float* packed, float* output, float* scratch);
}
