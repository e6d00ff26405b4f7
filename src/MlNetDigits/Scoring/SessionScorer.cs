using System.Numerics.Tensors;
using Microsoft.ML.OnnxRuntime;

namespace MlNetDigits.Scoring;

/// <summary>Scores by one session of ONNX Runtime, a batch at a time.</summary>
internal sealed class SessionScorer : IImageScorer
{
    private readonly Lock _turn = new();
    private readonly InferenceSession _session;
    private readonly ScoredColumns _columns;
    private readonly string[] _outputs;
    private readonly long[] _imageShape;
    private readonly bool _ownsSession;

    /// <param name="session">The session.</param>
    /// <param name="columns">Names of its input and outputs.</param>
    /// <param name="pixels">Values of one image.</param>
    /// <param name="ownsSession">Whether the session is disposed with the scorer; default true.</param>
    public SessionScorer(InferenceSession session, ScoredColumns columns, int pixels, bool ownsSession = true)
    {
        (_session, _columns, Pixels, _ownsSession) = (session, columns, pixels, ownsSession);
        _outputs = columns.Added;
        _imageShape = [.. session.InputMetadata[columns.Input].Dimensions.Skip(1).Select(size => (long)size)];
        Classes = session.OutputMetadata[columns.Score].Dimensions[^1];
    }

    public int Pixels { get; }

    public int Classes { get; }

    public int DigitScores => _columns.DigitScore is null ? 0 : 1;

    public void Score(ReadOnlySpan<float> images, Span<float> scores, Span<long> labels, Span<float> digitScores)
    {
        if (labels.IsEmpty)
            return;
        lock (_turn)
        {
            using var input = OrtValue.CreateAllocatedTensorValue(OrtAllocator.DefaultInstance, Microsoft.ML.OnnxRuntime.Tensors.TensorElementType.Float, [labels.Length, .. _imageShape]);
            images.CopyTo(input.GetTensorMutableDataAsSpan<float>());
            using var run = new RunOptions();
            using IDisposableReadOnlyCollection<OrtValue> outputs = _session.Run(run, [_columns.Input], [input], _outputs);
            outputs[0].GetTensorDataAsSpan<float>().CopyTo(scores);
            if (_columns.Label is not null)
                outputs[1].GetTensorDataAsSpan<long>().CopyTo(labels);
            if (_columns.DigitScore is not null)
                outputs[^1].GetTensorDataAsSpan<float>().CopyTo(digitScores);
        }

        if (_columns.Label is null)
            for (int i = 0; i < labels.Length; i++)
                labels[i] = TensorPrimitives.IndexOfMax<float>(scores.Slice(i * Classes, Classes));
    }

    /// <summary>A session runs for many at once; its number of threads stays.</summary>
    public IImageScorer Share(int threads) => new SessionScorer(_session, _columns, Pixels, ownsSession: false);

    public void Dispose()
    {
        if (_ownsSession)
            _session.Dispose();
    }
}
