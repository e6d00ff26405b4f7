using MlNetDigits.Console.Commands;
using MlNetDigits.Console.Hosting;
using MlNetDigits.Recognition;

namespace MlNetDigits.Console.Tests.Commands;

public sealed class TeacherChoiceTests(TrainedModel trained) : IClassFixture<TrainedModel>
{
    private static readonly TrainSettings Nothing = new() { Output = "artifacts" };

    [Theory]
    [InlineData(null, null, null)]
    [InlineData("fast", null, null)]
    [InlineData("tiny", "none", "none")]
    [InlineData("tiny", "BEST", "best")]
    [InlineData(null, "mine.onnx", "mine.onnx")]
    public void Resolve_Settings_SaysWhichTeacherIsMeant(string? preset, string? teacher, string? resolved) =>
        Assert.Equal(resolved, TeacherChoice.Resolve(Nothing with { Preset = preset, Teacher = teacher }).Teacher);

    [Fact]
    public void Resolve_PresetTiny_TakesTheShippedModelIfThereIsOne() =>
        Assert.Equal(ShippedModels.Find() is null ? "none" : "best", TeacherChoice.Resolve(Nothing with { Preset = "tiny" }).Teacher);

    [Fact]
    public void Load_TrainedModel_IsTheTeacher() =>
        Assert.Equal("tiny", Assert.Single(TeacherChoice.Load(Path.Combine(trained.Folder, "digits.onnx"))!.Teachers).Architecture);

    [Fact]
    public void Load_MissingFile_NamesItAndTheMend()
    {
        var error = Assert.Throws<UserError>(() => TeacherChoice.Load("missing.onnx"));

        Assert.StartsWith("The teacher 'missing.onnx' does not exist", error.Message);
    }
}
