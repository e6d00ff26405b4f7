using MlNetDigits.Networks.Onnx;
using MlNetDigits.Networks.Randomness;

namespace MlNetDigits.Networks.Layers;

/// <summary>One layer of a network: its shapes, parameters, both passes and its ONNX nodes.</summary>
/// <remarks>
/// A new layer is one file that derives from this class. It belongs to one network, which binds it to its input shape; passes keep
/// no state in the layer itself, so many threads run them at once.
/// </remarks>
public abstract class Layer
{
    private protected Layer()
    {
    }

    /// <summary>Shape of one image's input.</summary>
    public Shape InputShape { get; private set; }

    /// <summary>Shape of one image's output.</summary>
    public Shape OutputShape { get; private set; }

    /// <summary>The layer's kind as people call it, for instance <c>Conv2D</c>.</summary>
    public abstract string Kind { get; }

    /// <summary>What sets the layer apart from others of its kind, for instance <c>32 × 3×3</c>.</summary>
    public virtual string Details => "";

    /// <summary>Number of trained parameters.</summary>
    public virtual int ParameterCount => 0;

    /// <summary>Multiplications and additions for the forward pass of one image.</summary>
    public virtual long Flops => OutputShape.Size;

    /// <summary>Leading parameters that weight decay applies to: weights, but not biases.</summary>
    internal virtual int DecayedParameterCount => 0;

    /// <summary>Number of running statistics, which are not trained by gradient.</summary>
    internal virtual int StatisticCount => 0;

    /// <summary>Floats of packed parameters.</summary>
    internal virtual int PackedCount => 0;

    /// <summary>Floats of scratch for a micro-batch.</summary>
    internal virtual long ScratchCount(int microBatch) => 0;

    /// <summary>Floats kept from forward to backward for a micro-batch.</summary>
    internal virtual long CacheCount(int microBatch) => 0;

    /// <summary>True if the output may overwrite that of an earlier layer, whose backward pass may still read it; likewise their gradients.</summary>
    internal virtual bool MayOverwriteOutputOf(Layer earlier) => false;

    /// <summary>True if the layer adds two inputs of one shape.</summary>
    internal virtual bool HasSecondInput => false;

    /// <summary>Binds the layer to its place in a network.</summary>
    internal void Bind(Shape input)
    {
        if (InputShape != default) throw new InvalidOperationException($"This {Kind} layer is part of a network already: make a new one for each place.");
        OutputShape = Infer(input);
        InputShape = input;
    }

    /// <summary>The output's shape for an input's shape; throws when the layer does not fit.</summary>
    private protected abstract Shape Infer(Shape input);

    /// <summary>Draws the initial parameters and statistics.</summary>
    internal virtual void Initialize(Span<float> parameters, Span<float> statistics, ref RandomStream random)
    {
    }

    /// <summary>Packs parameters for the kernels, after each change of them.</summary>
    internal virtual unsafe void Pack(float* parameters, float* packed, bool forTraining)
    {
    }

    internal abstract void Forward(in LayerPass pass);

    internal abstract void Backward(in LayerPass pass);

    /// <summary>Adds the layer's ONNX nodes and gives its output.</summary>
    internal abstract ExportedValue Export(in LayerExport export);

    /// <summary>Reads parameters and statistics back from the constants that <see cref="Export"/> wrote.</summary>
    internal virtual void Import(in LayerImport import)
    {
    }
}
