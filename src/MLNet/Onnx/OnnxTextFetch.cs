using Microsoft.ML.Data;
using Microsoft.ML.OnnxRuntime;

namespace Microsoft.ML.Transforms.Onnx;

/// <summary>Text outputs, copied from ONNX Runtime's memory.</summary>
internal sealed class OnnxTextFetch(OnnxNode node) : OnnxFetch(node)
{
    private string[] _values = [];
    private int _size;

    public override OrtValue Offer(int rows) => null;

    public override void Accept(OrtValue value, int rows)
    {
        _values = value.GetStringTensorAsArray();
        _size = _values.Length / rows;
    }

    public override Delegate MakeGetter(Func<int> index) => (ValueGetter<VBuffer<ReadOnlyMemory<char>>>)((ref VBuffer<ReadOnlyMemory<char>> value) =>
    {
        var row = index();
        var editor = VBufferEditor.Create(ref value, _size);
        for (var i = 0; i < _size; i++)
            editor.Values[i] = _values[row * _size + i].AsMemory();
        value = editor.Commit();
    });

    public override void Dispose()
    {
    }
}
