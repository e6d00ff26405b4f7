using MlNetDigits.Images;
using MlNetDigits.Networks;
using MlNetDigits.Networks.Onnx;
using MlNetDigits.Networks.Training;
using MlNetDigits.Reading;
using MlNetDigits.Reading.Lines;
using MlNetDigits.Recognition;
using MlNetDigits.Synthesis;
using MlNetDigits.Tests.Mnist;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Reading.Lines;

/// <summary>A network for lines, trained for seconds: from drawing to reading.</summary>
public sealed class LineRecognizerTests : IDisposable
{
    private static readonly Lazy<(Network Network, TrainingResult Result)> Trained = new(() => LineNetworkTrainer.Train(Checkout.Digits, new LineNetworkOptions { Pictures = 400, Epoch = 12, Seed = 3 }));

    private readonly string _path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.onnx");

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void Train_DrawnLines_LearnsFromThem()
    {
        TrainingResult result = Trained.Value.Result;

        Assert.Equal(12, result.History.Count);
        Assert.True(result.Best!.ValidationLoss < 0.8 * result.History[0].ValidationLoss, $"{result.History[0].ValidationLoss} fell to {result.Best.ValidationLoss}");
    }

    [Fact]
    public void Train_SameSeed_GivesTheSameBits()
    {
        var options = new LineNetworkOptions { Pictures = 100, Epoch = 1, Seed = 4 };

        Network one = LineNetworkTrainer.Train(Checkout.Digits, options with { Threads = 1 }).Network, other = LineNetworkTrainer.Train(Checkout.Digits, options with { Threads = 3 }).Network;

        Assert.Equal(one.ToSequenceOnnx().ToBytes(), other.ToSequenceOnnx().ToBytes());
    }

    [Fact]
    public void Load_TrainedNetwork_ReadsAsItSays()
    {
        Trained.Value.Network.ToSequenceOnnx(new OnnxExportOptions { Metadata = LineNetworkMetadata.Describe(new LineNetworkOptions { Pictures = 400 }, Trained.Value.Result) }).Save(_path);
        using LineRecognizer lines = LineRecognizer.Load(_path);
        using DigitRecognizer recognizer = DigitRecognizer.Load(ShippedModels.Find()!);

        PageReading reading = new DigitReader(recognizer, lines).Read(ReadingModel.Draw(new SynthesisOptions { Seed = 21 }).ToGray());

        Assert.All(reading.Lines, line => Assert.Equal(line.Text.Length, line.Digits.Count));
        Assert.Equal(("400", "12"), (OnnxModel.Load(_path).Metadata[LineNetworkMetadata.Pictures], OnnxModel.Load(_path).Metadata[LineNetworkMetadata.Epochs]));
    }

    [Fact]
    public void Read_ShippedNetwork_TellsPlaceAndScoresOfEachDigit()
    {
        using LineRecognizer lines = LineRecognizer.Load();
        using DigitRecognizer recognizer = DigitRecognizer.Load(ShippedModels.Find()!);
        var reader = new DigitReader(recognizer, lines);
        SyntheticImage[] pictures = [.. Enumerable.Range(0, 40).Select(index => ReadingModel.Draw(new SynthesisOptions { Seed = 21, MinimumSize = 0.6f, TouchingShare = 0.5f }, index))];

        PageReading[] readings = [.. pictures.AsParallel().AsOrdered().Select(picture => reader.Read(picture.ToGray()))];

        Assert.InRange(readings.Zip(pictures).Count(pair => pair.First.Text == pair.Second.Text), 32, 40);
        Assert.All(readings.Zip(pictures), pair => Assert.All(pair.First.Lines, line => AssertSound(line, pair.Second.ToGray())));
    }

    [Fact]
    public void Load_OtherFiles_ThrowsWithTheReason()
    {
        File.WriteAllText(_path, "no model");

        Assert.Contains(_path, Assert.Throws<InvalidDataException>(() => LineRecognizer.Load(_path)).Message);
        Assert.Contains("do not name the architecture 'line'", Assert.Throws<InvalidDataException>(() => LineRecognizer.Load(ShippedModels.Find("tiny")!)).Message);
        Assert.Throws<FileNotFoundException>(() => LineRecognizer.Load("nowhere.onnx"));
    }

    [Theory]
    [InlineData(99, 1, 0.1f)]
    [InlineData(100, 0, 0.1f)]
    [InlineData(100, 1, 0f)]
    [InlineData(100, 1, 1f)]
    public void Train_OptionOutOfRange_Throws(int pictures, int epochs, float share) => Assert.Throws<ArgumentOutOfRangeException>(
        () => LineNetworkTrainer.Train(Checkout.Digits, new LineNetworkOptions { Pictures = pictures, Epoch = epochs, ValidationSetFraction = share }));

    private static void AssertSound(LineReading line, GrayImage image)
    {
        Assert.Equal(line.Text, string.Concat(line.Digits.Select(digit => digit.Digit)));
        Assert.InRange(line.Confidence, 0, 1);
        Assert.All(line.Digits, digit =>
        {
            Assert.InRange(digit.Confidence, 0, 1);
            Assert.Equal(1, digit.Scores.Sum(), 1e-3);
            Assert.InRange(digit.Box.X + (digit.Box.Width / 2), 0, image.Width);
            Assert.InRange(digit.Box.Width, 1, image.Width);
        });
    }
}
