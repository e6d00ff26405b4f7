using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Microsoft.ML.Transforms.Onnx;

/// <summary>A tensor of numbers in pinned memory that ONNX Runtime reads in place.</summary>
internal sealed class OnnxFeed<T> : OnnxFeed where T : unmanaged
{
    private readonly T[] _values;
    private readonly Action<T[], int> _read;
    private OrtValue _tensor;
    private int _rows;

    public OnnxFeed(OnnxNode node, DataViewSchema.Column column, DataViewRow row, int capacity) : base(node, column)
    {
        _values = GC.AllocateArray<T>(capacity * Size, pinned: true);
        _read = MakeReader<T>(row, column, Size);
    }

    public override void Load(int index) => _read(_values, index);

    public override OrtValue Take(int rows)
    {
        if (rows == _rows)
            return _tensor;
        _tensor?.Dispose();
        _tensor = OnnxTensors.Over(_values, Node.ShapeOf(rows, Size));
        _rows = rows;
        return _tensor;
    }

    public override void Dispose() => _tensor?.Dispose();
}
