using MlNetDigits.Networks;
using MlNetDigits.Networks.Architectures;
using MlNetDigits.Networks.Calibration;
using MlNetDigits.Networks.Training;

namespace MlNetDigits.Training;

/// <summary>Trains the members of an ensemble one after another; a single network is an ensemble of one.</summary>
internal sealed class EnsembleTraining(ConvolutionalNetworkOptions options, int classes)
{
    private const int ImagesAtOnce = 512;

    private readonly List<Network> _networks = [];
    private readonly List<TrainingResult> _results = [];

    /// <summary>The members trained so far: all, unless training was canceled.</summary>
    public IReadOnlyList<Network> Networks => _networks;

    /// <summary>How training went: the only member's result, or all members' together.</summary>
    public TrainingResult Result => options.Ensemble == 1 ? _results[0] : Together();

    /// <summary>Makes an untrained member.</summary>
    public Network CreateMember(Shape shape, int member) =>
        Architecture.Create(options.Architecture, shape, classes, unchecked(options.Seed + member), options.Dropout);

    /// <summary>Trains all members; canceled ones that finished no epoch are left out, except the first.</summary>
    public void Run(ImageSet train, ImageSet? validation)
    {
        for (int member = 0; member < options.Ensemble && !_results.Any(result => result.Canceled); member++)
        {
            Network network = CreateMember(train.Shape, member);
            _results.Add(NetworkTrainer.Train(
                network, train, validation, options.ToTrainingOptions(member), Observer(member + 1), options.CancellationToken));
            if (member == 0 || _results[^1].BestEpoch > 0) _networks.Add(network);
        }
    }

    /// <summary>Moves the trained members' scores so that they decide at 0.5 whether an image is refused.</summary>
    public RejectionCalibration? Calibrate(ImageSet? validation) =>
        options.RejectionClass is null || validation is null ? null : RejectionCalibration.Apply(_networks, validation, options.MostRefused, options.Threads);

    /// <summary>What the members' averaged probabilities reach on validation images.</summary>
    public ValidationReport? Validate(ImageSet? images)
    {
        if (images is null) return null;
        if (_networks.Count == 1 && options.RejectionClass is null)
            return _results[0].Best is { } best ? new ValidationReport(images.Count, best.ValidationAccuracy, best.ValidationLoss) : null;

        double loss = 0;
        int right = 0, rejection = options.RejectionClass is null ? classes : classes - 1;
        List<float> digits = [], others = [];
        NetworkPredictor[] predictors = [.. _networks.Select(network => new NetworkPredictor(network, options.Threads))];
        try
        {
            for (int first = 0; first < images.Count; first += ImagesAtOnce)
            {
                int count = Math.Min(ImagesAtOnce, images.Count - first);
                float[] probabilities = Average(predictors, images, first, count);
                for (int i = 0; i < count; i++)
                {
                    ReadOnlySpan<float> row = probabilities.AsSpan(i * classes, classes);
                    int label = images.Label(first + i);
                    loss -= Math.Log(Math.Max(row[label], float.Epsilon));
                    if (System.Numerics.Tensors.TensorPrimitives.IndexOfMax(row) == label) right++;
                    if (rejection < classes) (label == rejection ? others : digits).Add(1 - row[rejection]);
                }
            }
        }
        finally
        {
            foreach (NetworkPredictor predictor in predictors) predictor.Dispose();
        }

        return new ValidationReport(images.Count, (double)right / images.Count, loss / images.Count) { Rejection = rejection < classes ? RejectionReport.Of(digits, others) : null };
    }

    private float[] Average(NetworkPredictor[] predictors, ImageSet images, int first, int count)
    {
        int size = images.Shape.Size;
        float[] pixels = new float[count * size], mean = new float[count * classes], one = new float[count * classes];
        for (int i = 0; i < count; i++) images.CopyTo(first + i, pixels.AsSpan(i * size, size));
        foreach (NetworkPredictor predictor in predictors)
        {
            predictor.Predict(pixels, one);
            for (int i = 0; i < mean.Length; i++) mean[i] += one[i] / predictors.Length;
        }

        return mean;
    }

    private TrainingResult Together()
    {
        List<EpochMetrics> history = [.. _results.SelectMany((result, i) => result.History.Select(epoch => epoch with { Member = i + 1 }))];
        double seconds = history.Sum(epoch => epoch.Seconds);
        return new TrainingResult(
            history,
            _results[0].BestEpoch,
            _results.Any(result => result.StoppedEarly),
            _results.Any(result => result.Canceled),
            _results.Sum(result => result.TrainSeconds),
            seconds > 0 ? history.Sum(epoch => epoch.Images) / seconds : 0);
    }

    private TrainingObserver Observer(int member) => new()
    {
        EpochEnded = metrics => options.MetricsCallback?.Invoke(metrics with { Member = member }),
        Progressed = progress => options.ProgressCallback?.Invoke(progress with { Member = member, Members = options.Ensemble }),
    };
}
