using MlNetDigits.Console.Tests.Hosting;

namespace MlNetDigits.Console.Tests.Completion;

public sealed class SuggestionsTests
{
    [Theory]
    [InlineData("mlnet-digits tra", "train", "train-lines")]
    [InlineData("mlnet-digits ima", "image-classification")]
    [InlineData("mlnet-digits train --arch le", "lenet5")]
    [InlineData("mlnet-digits train --preset ", "best", "default", "fast", "robust", "tiny")]
    [InlineData("mlnet-digits train -v ", "diagnostic", "minimal", "quiet")]
    [InlineData("mlnet-digits predict digit.png --fo", "--format")]
    [InlineData("mlnet-digits predict --format j", "json", "jsonl")]
    [InlineData("mlnet-digits synthesize --kind ", "digits", "non-digits", "text")]
    [InlineData("mlnet-digits synthesize --papers d", "darkcorners")]
    [InlineData("mlnet-digits completion b", "bash")]
    [InlineData("mlnet-digits summary res", "resnet")]
    [InlineData("mlnet-digits --ver", "--version")]
    public void Suggest_ALine_GivesWhatMayFollow(string line, params string[] expected) => Assert.Equal(expected, Suggest(line, line.Length));

    [Theory]
    [InlineData("mlnet-digits predict ")]
    [InlineData("mlnet-digits predict --model ")]
    [InlineData("mlnet-digits train --dataset pho")]
    [InlineData("mlnet-digits nonsense ")]
    public void Suggest_WhereAPathStands_LeavesItToTheShell(string line) => Assert.DoesNotContain(Suggest(line, line.Length), word => !word.StartsWith("--", StringComparison.Ordinal));

    [Fact]
    public void Suggest_CursorWithinTheLine_CompletesTheWordBeforeIt() => Assert.Equal(["train", "train-lines"], Suggest("mlnet-digits tr --arch tiny", "mlnet-digits tr".Length));

    private static string[] Suggest(string line, int position) => InProcess.Run($"[suggest:{position}]", line).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
