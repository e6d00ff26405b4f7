using MlNetDigits.Charts;
using MlNetDigits.Images;
using MlNetDigits.Networks.Training;

namespace MlNetDigits.Tests.Charts;

/// <summary>Charts of usual and of extreme data, all made up.</summary>
internal static class SampleCharts
{
    private static readonly string[] _digits = [.. Enumerable.Range(0, 10).Select(i => i.ToString())];

    private static readonly string[] _letters = [.. Enumerable.Range(0, 26).Select(i => $"Buchstabe „{(char)('A' + i)}“ in langer Schrift, Ж{i} Ω")];

    private static readonly string[] _characters = [.. "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".Select(c => c.ToString())];

    public static IReadOnlyDictionary<string, Func<SvgPicture>> All { get; } = new Dictionary<string, Func<SvgPicture>>
    {
        ["training-curves"] = () => new TrainingCurves { Epochs = Epochs(12) }.Draw(),
        ["training-curves-ensemble"] = () => new TrainingCurves { Epochs = [.. Epochs(8, 1), .. Epochs(8, 2), .. Epochs(6, 3)] }.Draw(),
        ["training-curves-one-epoch"] = () => new TrainingCurves { Epochs = Epochs(1) }.Draw(),
        ["training-curves-no-validation"] = () => new TrainingCurves { Epochs = [.. Epochs(5).Select(e => e with { ValidationLoss = double.NaN, ValidationAccuracy = double.NaN })] }.Draw(),
        ["training-curves-perfect"] = () => new TrainingCurves { Epochs = [.. Epochs(4).Select(e => e with { TrainAccuracy = 1, ValidationAccuracy = 1, TrainLoss = 0, ValidationLoss = 0 })] }.Draw(),
        ["training-curves-none"] = () => new TrainingCurves { Epochs = [] }.Draw(),
        ["learning-rate"] = () => new LearningRateCurve { Epochs = Epochs(12) }.Draw(),
        ["learning-rate-one-epoch"] = () => new LearningRateCurve { Epochs = Epochs(1) }.Draw(),
        ["confusion-2"] = () => new ConfusionMatrixChart { Counts = [[93, 7], [12, 4]], Labels = ["cat", "dog"] }.Draw(),
        ["confusion-2-perfect"] = () => Confusion(["yes", "no"], 0),
        ["confusion-10"] = () => Confusion(_digits, 0.005),
        ["confusion-10-perfect"] = () => Confusion(_digits, 0),
        ["confusion-10-empty"] = () => new ConfusionMatrixChart { Counts = [.. _digits.Select(_ => new int[10])], Labels = _digits }.Draw(),
        ["confusion-26-long-labels"] = () => Confusion(_letters, 0.02),
        ["confusion-62"] = () => Confusion(_characters, 0.01),
        ["per-class-10"] = () => PerClass(_digits),
        ["per-class-2"] = () => PerClass(["cat", "dog"]),
        ["per-class-26-long-labels"] = () => PerClass(_letters),
        ["per-class-perfect-and-missing"] = () => new PerClassChart { Classes = [new("perfect", 1, 1, 1, 980), new("never seen", double.NaN, double.NaN, double.NaN, 0), new("never right", 0, 0, 0, 12)] }.Draw(),
        ["reliability"] = () => new ReliabilityDiagram { Curves = [Reliability("before temperature scaling", 0.5, 0.0214), Reliability("after temperature scaling, T = 1.31", 0.1, 0.0042)] }.Draw(),
        ["reliability-perfect"] = () => new ReliabilityDiagram { Curves = [new("before temperature scaling", [new(0, 0.9, double.NaN, double.NaN, 0), new(0.9, 1, 1, 1, 10_000)], 0)] }.Draw(),
        ["feature-map-10"] = () => FeatureMap(_digits, 60),
        ["feature-map-2"] = () => FeatureMap(["cat", "dog"], 40),
        ["feature-map-26-long-labels"] = () => FeatureMap(_letters, 8),
        ["probabilities"] = () => new ProbabilityBars { Probabilities = [0.0012, 0.9712, 0.0, 0.0003, 0, 0, 0, 0.0271, 0.0002, 0], Labels = _digits, TrueLabel = 7 }.Draw(),
        ["probabilities-long-labels"] = () => new ProbabilityBars { Probabilities = [.. Enumerable.Range(0, 26).Select(i => i == 4 ? 1.0 : 0)], Labels = _letters, Top = 5, Title = "A title that is far too long for so small a chart" }.Draw(),
        ["robustness"] = () => Robustness(["rotation", "shift", "scale", "shear", "noise", "blur", "brightness", "stripes", "fog", "spatter", "occlusion"], 0.9956),
        ["robustness-one"] = () => Robustness(["rotation"], null),
        ["images"] = Images,
        ["lines"] = () => new SvgChart { Title = "Lines & dots", XLabel = "learning rate", YLabel = "loss", IsLogX = true, Series = [new("loss", [.. Enumerable.Range(0, 30).Select(i => (Math.Pow(10, -4 + i * 0.1), 2.3 - i * 0.06))]), new("dots", [(1e-3, 1), (1e-2, 2)], IsLine: false)], Marker = (3e-3, "suggested 0.003") }.Draw(),
    };

    public static EpochMetrics[] Epochs(int count, int member = 1) => [.. Enumerable.Range(1, count).Select(epoch => new EpochMetrics(
        epoch, 0.01 * (1 - (epoch - 1.0) / count), 0.45 / epoch + 0.02 * member, 1 - 0.14 / epoch - 0.004, 0.16 / epoch + 0.012 + 0.004 * member, 1 - 0.05 / epoch - 0.0045, 3.5, 54_000, epoch <= Math.Max(1, count - 2), member))];

    private static SvgPicture Confusion(string[] labels, double mistakes) => new ConfusionMatrixChart
    {
        Labels = labels,
        Counts = [.. labels.Select((_, truth) => labels.Select((_, predicted) => truth == predicted ? 980 + truth * 7 : (truth * 7 + predicted * 13) % (labels.Length > 12 ? 29 : 5) < 2 ? (int)(mistakes * ((truth * 31 + predicted * 17) % 11) * 100) : 0).ToArray())],
    }.Draw();

    private static SvgPicture PerClass(string[] labels) => new PerClassChart
    {
        Classes = [.. labels.Select((label, i) => new ClassScores(label, 0.995 - 0.011 * i, 0.99 - 0.006 * (i % 7), 0.992 - 0.008 * i, 892 + 31 * i))],
    }.Draw();

    private static ReliabilityCurve Reliability(string name, double gap, double error) => new(name, [.. Enumerable.Range(0, 10).Select(i => new ReliabilityPoint(
        i / 10.0, (i + 1) / 10.0, (i + 0.5) / 10, i == 1 ? double.NaN : (i + 0.5) / 10 - gap * (i - 3) * (9.5 - i) / 60, i == 1 ? 0 : 1 << i))], error);

    private static SvgPicture FeatureMap(string[] labels, int each) => new FeatureMap2D
    {
        Labels = labels,
        Points = [.. from label in Enumerable.Range(0, labels.Length)
                     from i in Enumerable.Range(0, each)
                     let angle = i * 2.399963
                     let centre = label * 2 * Math.PI / labels.Length
                     select new FeaturePoint(5 * Math.Cos(centre) + 0.15 * Math.Sqrt(i) * Math.Cos(angle), 4 * Math.Sin(centre) + 0.15 * Math.Sqrt(i) * Math.Sin(angle), label, i == 3, i == 0 ? $"first of {labels[label]}" : null),
                     new FeaturePoint(double.NaN, 1, 0)],
    }.Draw();

    private static SvgPicture Robustness(string[] corruptions, double? clean) => new RobustnessCurves
    {
        CleanAccuracy = clean,
        Curves = [.. corruptions.Select((name, i) => new RobustnessCurve(name, [.. Enumerable.Range(1, 5).Select(strength => 0.995 - 0.0017 * strength * strength * (i + 1))]))],
    }.Draw();

    private static SvgPicture Images()
    {
        float[] waves = [.. Enumerable.Range(0, 28 * 28).Select(i => MathF.Sin(i % 28 * 0.3f) * MathF.Cos(i / 28 * 0.2f))];
        float[] kernel = [-1, 0, 1, -2, 0, 2, -1, 0, float.NaN];
        GrayImage grey = ColourMap.Gray(waves, 28, 28);
        return new ImageGrid
        {
            Title = "Contact sheet",
            Sections =
            [
                new("", [new(grey, "input")], 112),
                new("Feature maps of convolution 1", [.. Enumerable.Range(0, 12).Select(i => new ImageTile(grey, i % 2 == 0 ? $"map {i}" : "", $"map {i} of 12"))]),
                new("Kernels", [.. Enumerable.Range(0, 3).Select(_ => new ImageTile(ColourMap.Diverging(kernel, 3, 3)))], 40),
                new("Heat", [new(ColourMap.Overlay(grey, [0, 0.2f, 0.5f, 1], 2, 2), "a caption too long for its image"), new(new GrayImage(20, 10, new byte[200]), "wide")], 84),
            ],
        }.Draw();
    }
}
