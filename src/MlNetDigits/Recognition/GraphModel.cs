using System.Buffers;
using System.Globalization;
using System.Numerics.Tensors;
using MlNetDigits.Datasets;
using MlNetDigits.Mnist;
using MlNetDigits.Scoring;

namespace MlNetDigits.Recognition;

/// <summary>A digit model that the network engine runs, without ML.NET, which takes a while to start.</summary>
internal sealed class GraphModel : IDigitModel
{
    /// <summary>Images that one thread scores; more are shared among all.</summary>
    private const int Few = 16;

    private const int Block = 256;

    private readonly float _divisor;
    private readonly IImageScorer _root;
    private readonly Lending<IImageScorer> _scorers;
    private readonly Lazy<IImageScorer> _team;

    /// <param name="graph">A graph of images of 784 pixels; its scorer is owned.</param>
    /// <param name="form">The form of its images.</param>
    public GraphModel(ScoringGraph graph, ImageForm form)
    {
        Form = form;
        _divisor = graph.Divisor;
        _root = graph.Scorer;
        _scorers = new Lending<IImageScorer>(() => _root.Share(threads: 1));
        _team = new Lazy<IImageScorer>(() => _root.Share(threads: 0));
        ClassNames = graph.ClassNames is { } names && names.Count == _root.Classes ? names : [.. Enumerable.Range(0, _root.Classes).Select(number => number.ToString(CultureInfo.InvariantCulture))];
    }

    public IReadOnlyList<string> ClassNames { get; }

    public ImageForm Form { get; }

    public bool HasRejection => _root.DigitScores > 0;

    public DigitPrediction Predict(DigitImage image) => Borrow([image])[0];

    public DigitPrediction[] PredictBatch(IReadOnlyList<DigitImage> images)
    {
        DigitBatch.Validate(images);
        return images.Count <= Few ? Borrow(images) : [.. images.Chunk(Block).SelectMany(block => Score(_team.Value, block))];
    }

    public void Dispose()
    {
        _scorers.Dispose();
        if (_team.IsValueCreated)
            _team.Value.Dispose();
        _root.Dispose();
    }

    private DigitPrediction[] Borrow(IReadOnlyList<DigitImage> images) => _scorers.Use(scorer => Score(scorer, images));

    private DigitPrediction[] Score(IImageScorer scorer, IReadOnlyList<DigitImage> images)
    {
        int classes = scorer.Classes, length = images.Count * MnistView.PixelCount;
        float[] pixels = ArrayPool<float>.Shared.Rent(length);
        for (int i = 0; i < images.Count; i++)
            TensorPrimitives.Divide(images[i].Pixels, _divisor, pixels.AsSpan(i * MnistView.PixelCount, MnistView.PixelCount));
        var scores = new float[images.Count * classes];
        var labels = new long[images.Count];
        var digitScores = new float[images.Count * scorer.DigitScores];
        scorer.Score(pixels.AsSpan(0, length), scores, labels, digitScores);
        ArrayPool<float>.Shared.Return(pixels);
        return [.. labels.Select((label, i) => new DigitPrediction { Score = scores[(i * classes)..((i + 1) * classes)], PredictedLabel = [label], DigitScore = digitScores.Length == 0 ? [] : [digitScores[i]] })];
    }
}
