using Microsoft.ML.Data;
using Microsoft.ML.OnnxRuntime;

namespace Microsoft.ML.Transforms.Onnx;

/// <summary>Numbers of known size per row, written by ONNX Runtime into pinned memory.</summary>
internal sealed class OnnxFetch<T> : OnnxFetch where T : unmanaged
{
    private readonly T[] _values;
    private readonly int _size;
    private OrtValue _tensor;
    private int _rows;

    public OnnxFetch(OnnxNode node, int capacity) : base(node)
    {
        _size = (int)node.KnownSize;
        _values = GC.AllocateArray<T>(capacity * _size, pinned: true);
    }

    public override OrtValue Offer(int rows)
    {
        if (rows == _rows)
            return _tensor;
        _tensor?.Dispose();
        _tensor = OnnxTensors.Over(_values, Node.ShapeOf(rows, _size));
        _rows = rows;
        return _tensor;
    }

    public override void Accept(OrtValue value, int rows)
    {
        // The values are in place already.
    }

    public override Delegate MakeGetter(Func<int> index) => (ValueGetter<VBuffer<T>>)((ref VBuffer<T> value) =>
    {
        var editor = VBufferEditor.Create(ref value, _size);
        _values.AsSpan(index() * _size, _size).CopyTo(editor.Values);
        value = editor.Commit();
    });

    public override void Dispose() => _tensor?.Dispose();
}
