using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.ML;
using MlNetDigits.Recognition;
using MlNetDigits.Tests.Mnist;

namespace MlNetDigits.Tests.Recognition;

public sealed class RecognitionServiceTests : IDisposable
{
    private static readonly DigitImage Seven = DigitImage.FromPixels(Checkout.Digits.Test.Pixels.Span[..784]);

    private readonly TemporaryFolder _folder = new();

    public RecognitionServiceTests() => NearestMeanModel.SaveOnnx(Model);

    private string Model => _folder.File("digits.onnx");

    [Fact]
    public void AddDigitRecognition_Onnx_GivesRecognizerAndPool()
    {
        using var services = new ServiceCollection().AddDigitRecognition(Model).Services.BuildServiceProvider();

        var recognizer = services.GetRequiredService<IDigitRecognizer>();
        var pool = services.GetRequiredService<PredictionEnginePool<DigitImage, DigitPrediction>>();

        Assert.Equal(7, recognizer.Predict(Seven).Digit);
        Assert.Equal(7, pool.Predict(Seven).Digit);
        Assert.Equal([7, 7], recognizer.PredictBatch([Seven, Seven]).Select(prediction => prediction.Digit));
    }

    [Fact]
    public void AddDigitRecognition_Zip_GivesRecognizer()
    {
        NearestMeanModel.SaveZip(_folder.File("digits.zip"), Model);
        using var services = new ServiceCollection().AddDigitRecognition(_folder.File("digits.zip")).Services.BuildServiceProvider();

        Assert.Equal(7, services.GetRequiredService<IDigitRecognizer>().Predict(Seven).Digit);
    }

    [Fact]
    public async Task AddDigitRecognition_ModelReplaced_ServesTheNewOneWhileThreadsAsk()
    {
        await using var services = Watching(Model);
        var recognizer = services.GetRequiredService<IDigitRecognizer>();
        var before = recognizer.Predict(Seven).Digit;

        File.WriteAllText(_folder.File("bad"), "no model");
        File.Move(_folder.File("bad"), Model, overwrite: true);
        await Task.Delay(100);
        var afterBad = recognizer.Predict(Seven).Digit;
        NearestMeanModel.SaveOnnx(_folder.File("new"), negated: true);
        File.Move(_folder.File("new"), Model, overwrite: true);
        var patience = Task.Delay(TimeSpan.FromMinutes(1));
        while (recognizer.PredictBatch([Seven])[0].Digit == 7 && !patience.IsCompleted)
            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => recognizer.Predict(Seven))));

        Assert.Equal((7, 7), (before, afterBad));
        Assert.NotEqual(7, recognizer.PredictBatch([Seven])[0].Digit);
        Assert.NotEqual(7, recognizer.Predict(Seven).Digit);
    }

    [Fact]
    public async Task AddDigitRecognition_FolderLinkExchanged_ServesTheNewModel()
    {
        if (OperatingSystem.IsWindows())
            return; // Making links needs a privilege there.
        string link = _folder.File("current"), first = SaveIn("first", negated: false), second = SaveIn("second", negated: true);
        Directory.CreateSymbolicLink(link, first);
        await using var services = Watching(Path.Combine(link, "digits.onnx"));
        var recognizer = services.GetRequiredService<IDigitRecognizer>();
        Assert.Equal(7, recognizer.Predict(Seven).Digit);

        Directory.Delete(link);
        Directory.CreateSymbolicLink(link, second);

        for (var end = Environment.TickCount64 + 60_000; recognizer.Predict(Seven).Digit == 7 && Environment.TickCount64 < end;)
            await Task.Delay(20);
        Assert.NotEqual(7, recognizer.Predict(Seven).Digit);
    }

    [Fact]
    public async Task AddDigitRecognition_ChangedModelIsLockedForAWhile_IsTakenAfterwards()
    {
        NearestMeanModel.SaveOnnx(_folder.File("new"), negated: true);
        await using var services = Watching(Model);
        var recognizer = services.GetRequiredService<IDigitRecognizer>();
        int before = recognizer.Predict(Seven).Digit, locked;

        using (new FileStream(_folder.File("new"), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            File.Move(_folder.File("new"), Model, overwrite: true);
            await Task.Delay(200);
            locked = recognizer.Predict(Seven).Digit;
        }

        for (var end = Environment.TickCount64 + 60_000; recognizer.Predict(Seven).Digit == 7 && Environment.TickCount64 < end;)
            await Task.Delay(20);
        Assert.Equal((7, 7), (before, locked));
        Assert.NotEqual(7, recognizer.Predict(Seven).Digit);
    }

    [Fact]
    public async Task AddDigitRecognition_HalfWrittenModelWithItsFinalTimeAndLength_IsTakenWhenWhole()
    {
        await using var services = Watching(Model);
        var recognizer = services.GetRequiredService<IDigitRecognizer>();
        NearestMeanModel.SaveOnnx(_folder.File("new"), negated: true);
        byte[] whole = File.ReadAllBytes(_folder.File("new"));
        var written = new DateTime(2030, 1, 1, 0, 0, 0, DateTimeKind.Utc);

        Overwrite([.. whole[..(whole.Length / 2)], .. new byte[whole.Length - (whole.Length / 2)]]);
        await Task.Delay(200);
        Overwrite(whole);

        for (var end = Environment.TickCount64 + 60_000; recognizer.Predict(Seven).Digit == 7 && Environment.TickCount64 < end;)
            await Task.Delay(20);
        Assert.NotEqual(7, recognizer.Predict(Seven).Digit);

        void Overwrite(byte[] bytes)
        {
            File.WriteAllBytes(_folder.File("copy"), bytes);
            File.SetLastWriteTimeUtc(_folder.File("copy"), written);
            File.Move(_folder.File("copy"), Model, overwrite: true);
        }
    }

    [Fact]
    public void AddDigitRecognition_DamagedModel_IsToldWhenFirstAskedFor()
    {
        File.WriteAllText(Model, "no model");
        using var services = new ServiceCollection().AddDigitRecognition(Model).Services.BuildServiceProvider();

        var error = Assert.Throws<InvalidDataException>(() => services.GetRequiredService<IDigitRecognizer>());

        Assert.Contains(Model, error.Message);
    }

    [Fact]
    public void AddDigitRecognition_OptionsOutOfRange_AreRefused()
    {
        var services = new ServiceCollection();

        Assert.Throws<ArgumentException>(() => services.AddDigitRecognition(" "));
        Assert.Throws<ArgumentOutOfRangeException>(() => services.AddDigitRecognition(new DigitRecognitionOptions { ModelPath = Model, ReloadInterval = TimeSpan.Zero }));
    }

    [Fact]
    public void Predict_NaNPixel_IsRefusedByTheService()
    {
        using var services = new ServiceCollection().AddDigitRecognition(Model).Services.BuildServiceProvider();
        var pixels = new float[784];
        pixels[3] = float.NaN;

        var error = Assert.Throws<ArgumentOutOfRangeException>(() => services.GetRequiredService<IDigitRecognizer>().Predict(new DigitImage { Pixels = pixels }));

        Assert.Contains("NaN at pixel 3", error.Message);
    }

    public void Dispose() => _folder.Dispose();

    private static ServiceProvider Watching(string model) =>
        new ServiceCollection().AddDigitRecognition(new DigitRecognitionOptions { ModelPath = model, ReloadInterval = TimeSpan.FromMilliseconds(20) }).Services.BuildServiceProvider();

    private string SaveIn(string name, bool negated)
    {
        var folder = Directory.CreateDirectory(_folder.File(name)).FullName;
        var path = Path.Combine(folder, "digits.onnx");
        NearestMeanModel.SaveOnnx(path, negated: negated);
        File.SetLastWriteTimeUtc(path, DateTime.UnixEpoch); // Equal times and lengths: the path alone tells the files apart.
        return folder;
    }
}
