using Microsoft.ML.OnnxRuntime;

namespace Microsoft.ML.Transforms.Onnx;

/// <summary>A tensor of text, which ONNX Runtime copies at each run.</summary>
internal sealed class OnnxTextFeed : OnnxFeed
{
    private readonly ReadOnlyMemory<char>[] _values;
    private readonly Action<ReadOnlyMemory<char>[], int> _read;
    private OrtValue _tensor;

    public OnnxTextFeed(OnnxNode node, DataViewSchema.Column column, DataViewRow row, int capacity) : base(node, column)
    {
        _values = new ReadOnlyMemory<char>[capacity * Size];
        _read = MakeReader<ReadOnlyMemory<char>>(row, column, Size);
    }

    public override void Load(int index) => _read(_values, index);

    public override OrtValue Take(int rows)
    {
        _tensor?.Dispose();
        _tensor = OrtValue.CreateTensorWithEmptyStrings(OrtAllocator.DefaultInstance, Node.ShapeOf(rows, Size));
        for (var i = 0; i < rows * Size; i++)
            _tensor.StringTensorSetElementAt(_values[i].Span, i);
        return _tensor;
    }

    public override void Dispose() => _tensor?.Dispose();
}
