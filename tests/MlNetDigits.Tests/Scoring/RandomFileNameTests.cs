using Microsoft.ML;
using MlNetDigits.Recognition;
using MlNetDigits.Scoring;
using MlNetDigits.Tests.Recognition;

namespace MlNetDigits.Tests.Scoring;

public sealed class RandomFileNameTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly MLContext _ml = new();
    private int _calls;

    [Fact]
    public void Load_NameThatEndsWithOrt_TriesAnother()
    {
        ITransformer model = RandomFileName.Load(() => LoadAs(_calls == 0 ? "digits.ort" : "digits.onnx"));

        Assert.Equal(2, _calls);
        Assert.Contains(model.GetOutputSchema(_ml.Data.LoadFromEnumerable([new DigitImage()]).Schema), column => column.Name == "Doubled");
        ((IDisposable)model).Dispose();
    }

    [Fact]
    public void Load_NamesThatAllEndWithOrt_GivesUp()
    {
        Assert.Throws<InvalidOperationException>(() => RandomFileName.Load(() => LoadAs("digits.ort")));
        Assert.Equal(3, _calls);
    }

    [Fact]
    public void Load_AnotherFault_IsTriedOnce()
    {
        File.WriteAllBytes(_folder.File("digits.bin"), [1, 2, 3]);

        Assert.ThrowsAny<Exception>(() => RandomFileName.Load(() => Apply("digits.bin")));
        Assert.Equal(1, _calls);
    }

    public void Dispose() => _folder.Dispose();

    private ITransformer LoadAs(string name)
    {
        DoublingModel.Save(_folder.File(name));
        return Apply(name);
    }

    private ITransformer Apply(string name)
    {
        _calls++;
        return _ml.Transforms.ApplyOnnxModel("Doubled", "Pixels", _folder.File(name)).Fit(_ml.Data.LoadFromEnumerable([new DigitImage()]));
    }
}
