using Microsoft.ML;
using Microsoft.ML.Data;

namespace MlNetDigits.Scoring;

/// <summary>Divides a vector of known size by a number.</summary>
/// <param name="onnx">The same division by ONNX Runtime.</param>
/// <param name="inputColumn">Column to divide.</param>
/// <param name="outputColumn">Column of the quotients.</param>
/// <param name="size">Values of one vector.</param>
/// <param name="divisor">The number.</param>
internal sealed class DivisionStep(ITransformer onnx, string inputColumn, string outputColumn, int size, float divisor) : ComputedStep(onnx)
{
    public override IEnumerable<string> AddedColumns => [outputColumn];

    public override ComputedColumns Compute(DataViewRow input) => new Quotients(new PixelReader(input, InputOf(input.Schema), divisor), size);

    public override DataViewSchema.Column InputOf(DataViewSchema schema) => schema[inputColumn];

    private sealed class Quotients(PixelReader pixels, int size) : ComputedColumns
    {
        public override Delegate GetterOf(string column) => (ValueGetter<VBuffer<float>>)Get;

        private void Get(ref VBuffer<float> value)
        {
            VBufferEditor<float> editor = VBufferEditor.Create(ref value, size);
            pixels.Read(editor.Values);
            value = editor.Commit();
        }
    }
}
