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
        Assert.Equal(ShippedModels.Find("best") is null ? "none" : "best", TeacherChoice.Resolve(Nothing with { Preset = "tiny" }).Teacher);

    [Fact]
    public void Load_TrainedModel_IsTheTeacher() =>
        Assert.Equal("tiny", Assert.Single(TeacherChoice.Load(Path.Combine(trained.Folder, "digits.onnx"))!.Teachers).Architecture);

    [Theory]
    [InlineData("0,1,2,3,4,5,6,7,8,9", null)]
    [InlineData("0,1,2,3,4,5,6,seven,8,9", "--teacher tiny knows '7' where the dataset has 'seven'; name a model of these classes, or --teacher none.")]
    [InlineData("0,1", "--teacher tiny knows 10 classes, but the dataset has 2; name a model of these classes, or --teacher none.")]
    public void RequireClasses_Names_MustBeTheTeachers(string names, string? expected)
    {
        Exception? error = Record.Exception(() => TeacherChoice.RequireClasses("tiny", names.Split(',')));

        Assert.Equal(expected, error?.Message);
    }

    [Fact]
    public void Load_MissingFile_NamesItAndTheMend()
    {
        var error = Assert.Throws<UserError>(() => TeacherChoice.Load("missing.onnx"));

        Assert.StartsWith("The teacher 'missing.onnx' does not exist", error.Message);
    }
}
