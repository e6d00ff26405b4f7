using Microsoft.ML.Data;
using Microsoft.ML.OnnxRuntime;

namespace Microsoft.ML.Transforms.Onnx;

/// <summary>Where an output's rows arrive and are read from.</summary>
internal abstract class OnnxFetch : IDisposable
{
    private protected OnnxFetch(OnnxNode node) => Node = node;

    public OnnxNode Node { get; }

    /// <summary>Makes the place of an output: of known size where the number of rows tells it.</summary>
    public static OnnxFetch Create(OnnxNode node, int capacity, bool batch)
    {
        var item = node.ItemType.RawType;
        if (item == typeof(ReadOnlyMemory<char>))
            return new OnnxTextFetch(node);
        var known = batch ? node.HasBatch : node.IsFixed;
        var type = (known ? typeof(OnnxFetch<>) : typeof(OnnxVaryingFetch<>)).MakeGenericType(item);
        return (OnnxFetch)(known ? Activator.CreateInstance(type, node, capacity) : Activator.CreateInstance(type, node));
    }

    /// <summary>The memory for the outputs of so many rows, or null when ONNX Runtime is to take its own.</summary>
    public abstract OrtValue Offer(int rows);

    /// <summary>Takes what ONNX Runtime put into memory of its own.</summary>
    public abstract void Accept(OrtValue value, int rows);

    /// <summary>Makes a getter of the row that <paramref name="index"/> gives, called after the run it makes sure of.</summary>
    public abstract Delegate MakeGetter(Func<int> index);

    public abstract void Dispose();
}
