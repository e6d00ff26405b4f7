namespace MlNetDigits.Networks.Layers;

/// <summary>What a layer's forward or backward pass over one micro-batch reads and writes.</summary>
internal unsafe struct LayerPass
{
    /// <summary>Images in the micro-batch.</summary>
    public int Count;

    /// <summary>True in training: dropout drops and batch normalization uses the micro-batch's statistics.</summary>
    public bool Training;

    /// <summary>The input, [Count, height, width, channels]; the same memory as the output for a layer in place.</summary>
    public float* Input;

    /// <summary>The output, [Count, height, width, channels].</summary>
    public float* Output;

    /// <summary>A second input of the same shape, for layers that have one.</summary>
    public float* SecondInput;

    /// <summary>Gradient of the loss by the output.</summary>
    public float* OutputGradient;

    /// <summary>Gradient by the input, to be overwritten; null when nobody needs it.</summary>
    public float* InputGradient;

    /// <summary>Gradient by the second input, to be overwritten; null when nobody needs it.</summary>
    public float* SecondInputGradient;

    /// <summary>The layer's parameters.</summary>
    public float* Parameters;

    /// <summary>The layer's parameters as it packed them.</summary>
    public float* Packed;

    /// <summary>Gradient by the parameters, to be added to.</summary>
    public float* ParameterGradient;

    /// <summary>The layer's running statistics.</summary>
    public float* Statistics;

    /// <summary>The micro-batch's statistics, to be overwritten in training.</summary>
    public float* BatchStatistics;

    /// <summary>Memory of this worker for one call, shared by all layers.</summary>
    public float* Scratch;

    /// <summary>Memory of this layer and worker that lasts from forward to backward.</summary>
    public float* Cache;

    /// <summary>Key of the layer's random numbers for this micro-batch.</summary>
    public ulong Key;
}
