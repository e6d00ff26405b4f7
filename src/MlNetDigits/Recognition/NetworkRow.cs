using System.Numerics.Tensors;
using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetDigits.Networks;

namespace MlNetDigits.Recognition;

/// <summary>A row of pixels with what a network says of them, computed once wherever the row moves.</summary>
internal sealed class NetworkRow : DataViewRow
{
    private readonly DataViewRow _input;
    private readonly HashSet<int> _active;
    private readonly DataViewSchema.Column _score;
    private readonly DataViewSchema.Column _label;
    private readonly ValueGetter<VBuffer<float>> _pixels;
    private readonly NetworkPredictor _predictor;
    private readonly float _divisor;
    private readonly float[] _image;
    private readonly float[] _probabilities;
    private VBuffer<float> _raw;
    private long _scored = long.MinValue;

    public NetworkRow(DataViewRow input, DataViewSchema schema, IEnumerable<DataViewSchema.Column> active, ScoredNetwork network)
    {
        _input = input;
        Schema = schema;
        _active = [.. active.Select(column => column.Index)];
        _score = schema[nameof(DigitPrediction.Score)];
        _label = schema[nameof(DigitPrediction.PredictedLabel)];
        _pixels = input.GetGetter<VBuffer<float>>(input.Schema[nameof(DigitImage.Pixels)]);
        _predictor = new NetworkPredictor(network.Network, threads: 1);
        _divisor = network.Divisor;
        _image = new float[network.Network.InputShape.Size];
        _probabilities = new float[network.Network.Classes];
    }

    public override DataViewSchema Schema { get; }

    public override long Position => _input.Position;

    public override long Batch => _input.Batch;

    public override ValueGetter<DataViewRowId> GetIdGetter() => _input.GetIdGetter();

    public override bool IsColumnActive(DataViewSchema.Column column) => _active.Contains(column.Index);

    public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
    {
        if (!IsColumnActive(column))
            throw new InvalidOperationException($"The column '{column.Name}' is not active: ask for it when the row is made.");
        if (column.Index < _input.Schema.Count)
            return _input.GetGetter<TValue>(_input.Schema[column.Index]);
        Delegate getter = column.Index == _score.Index ? (ValueGetter<VBuffer<float>>)GetScore : (ValueGetter<VBuffer<long>>)GetLabel;
        return getter as ValueGetter<TValue> ?? throw new InvalidOperationException($"The column '{column.Name}' is {column.Type}, not {typeof(TValue)}: read it as what it is.");
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _predictor.Dispose();
            _input.Dispose();
        }

        base.Dispose(disposing);
    }

    private void GetScore(ref VBuffer<float> value) => Write(ref value, Probabilities());

    private void GetLabel(ref VBuffer<long> value) => Write(ref value, [TensorPrimitives.IndexOfMax(Probabilities())]);

    private ReadOnlySpan<float> Probabilities()
    {
        if (_input.Position != _scored)
        {
            _scored = long.MinValue;
            _pixels(ref _raw);
            if (_raw.Length != _image.Length)
                throw new InvalidOperationException($"The column '{nameof(DigitImage.Pixels)}' needs vectors of length {_image.Length}; row {_input.Position} has one of length {_raw.Length}.");
            Divide();
            _predictor.Predict(_image, _probabilities);
            _scored = _input.Position;
        }

        return _probabilities;
    }

    private void Divide()
    {
        ReadOnlySpan<float> pixels = _raw.GetValues();
        if (!_raw.IsDense)
        {
            _raw.CopyTo(_image);
            pixels = _image;
        }

        TensorPrimitives.Divide(pixels, _divisor, _image);
    }

    private static void Write<T>(ref VBuffer<T> value, ReadOnlySpan<T> values)
    {
        VBufferEditor<T> editor = VBufferEditor.Create(ref value, values.Length);
        values.CopyTo(editor.Values);
        value = editor.Commit();
    }
}
