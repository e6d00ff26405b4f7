using Microsoft.ML.Data;
using Microsoft.ML.OnnxRuntime;

namespace Microsoft.ML.Transforms.Onnx;

/// <summary>Numbers whose count only the run tells, copied from ONNX Runtime's memory.</summary>
internal sealed class OnnxVaryingFetch<T>(OnnxNode node) : OnnxFetch(node) where T : unmanaged
{
    private T[] _values = [];
    private int _size;

    public override OrtValue Offer(int rows) => null;

    public override void Accept(OrtValue value, int rows)
    {
        var items = value.GetTensorDataAsSpan<T>();
        if (items.Length > _values.Length)
            _values = new T[items.Length];
        items.CopyTo(_values);
        _size = items.Length / rows;
    }

    public override Delegate MakeGetter(Func<int> index) => (ValueGetter<VBuffer<T>>)((ref VBuffer<T> value) =>
    {
        var row = index();
        var editor = VBufferEditor.Create(ref value, _size);
        _values.AsSpan(row * _size, _size).CopyTo(editor.Values);
        value = editor.Commit();
    });

    public override void Dispose()
    {
    }
}
