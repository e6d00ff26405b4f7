using MlNetDigits.Console.Commands;
using MlNetDigits.Console.Hosting;

namespace MlNetDigits.Console.Tests.Commands;

public sealed class DrawnChoiceTests
{
    private static readonly TrainSettings Nothing = new() { Output = "artifacts" };

    [Theory]
    [InlineData(null, null, null)]
    [InlineData("best", null, null)]
    [InlineData("robust", null, 30_000)]
    [InlineData("robust", 0, 0)]
    [InlineData("fast", 200, 200)]
    public void Resolve_Settings_SaysHowManyPicturesAreDrawn(string? preset, int? drawn, int? resolved) =>
        Assert.Equal(resolved, DrawnChoice.Resolve(Nothing with { Preset = preset, Drawn = drawn }).Drawn);

    [Theory]
    [InlineData("--dataset")]
    [InlineData("--limit")]
    [InlineData("--search")]
    [InlineData("--reject-class")]
    public void Resolve_OptionThatDoesNotFit_IsRefusedByName(string option)
    {
        TrainSettings settings = Nothing with { Preset = "robust" };
        settings = option switch
        {
            "--dataset" => settings with { Dataset = new DatasetSettings { Path = "photos" } },
            "--limit" => settings with { Limit = 1000 },
            "--search" => settings with { Search = 1 },
            _ => settings with { RejectClass = "words" },
        };

        var error = Assert.Throws<UserError>(() => DrawnChoice.Resolve(settings));

        Assert.StartsWith($"{option} does not go with --drawn", error.Message);
    }

    [Fact]
    public void ToOptions_DrawnPictures_RefuseTheirNone() => Assert.Equal("none", (Nothing with { Drawn = 10 }).ToOptions().RejectionClass);
}
