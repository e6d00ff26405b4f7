using MlNetDigits.Pipelines;
using MlNetDigits.Tests.Recognition;

namespace MlNetDigits.Tests.Pipelines;

public sealed class TritonRepositoryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public TritonRepositoryTests() => NearestMeanModel.SaveOnnx(Model);

    private string Model => _folder.File("small.onnx");

    [Fact]
    public void Write_DigitModel_DescribesItsInputsAndOutputs()
    {
        var files = TritonRepository.Write(Model, _folder.File("models"));

        Assert.Equal(["digits/config.pbtxt", "digits/labels.txt", "digits/1/model.onnx"], files.Select(file => Path.GetRelativePath(_folder.File("models"), file).Replace('\\', '/')));
        Assert.Equal(File.ReadAllBytes(Model), File.ReadAllBytes(files[2]));
        Assert.Equal(
            """
            name: "digits"
            backend: "onnxruntime"
            max_batch_size: 256
            input [
              {
                name: "Pixels"
                data_type: TYPE_FP32
                dims: [ 1, 28, 28 ]
              }
            ]
            output [
              {
                name: "Score"
                data_type: TYPE_FP32
                dims: [ 10 ]
                label_filename: "labels.txt"
              }
            ]
            output [
              {
                name: "PredictedLabel"
                data_type: TYPE_INT64
                dims: [ 1 ]
                reshape { shape: [ ] }
              }
            ]
            dynamic_batching { max_queue_delay_microseconds: 1000 }
            instance_group [ { kind: KIND_CPU } ]

            """,
            File.ReadAllText(files[0]));
    }

    [Fact]
    public void Write_FurtherVersion_KeepsTheFirst()
    {
        TritonRepository.Write(Model, _folder.File("models"), "mine");

        TritonRepository.Write(Model, _folder.File("models"), "mine", version: 2);

        Assert.True(File.Exists(_folder.File("models/mine/1/model.onnx")));
        Assert.True(File.Exists(_folder.File("models/mine/2/model.onnx")));
    }

    [Theory]
    [InlineData("../up")]
    [InlineData("")]
    public void Write_NameOfNoModel_IsRefused(string name) =>
        Assert.Throws<ArgumentException>(() => TritonRepository.Write(Model, _folder.File("models"), name));

    public void Dispose() => _folder.Dispose();
}
