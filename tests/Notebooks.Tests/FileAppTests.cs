using MlNetDigits.Notebooks.Walks;

namespace MlNetDigits.Notebooks;

/// <summary>Runs a walk from its file; the others begin with the same directives, so what builds one builds them all.</summary>
public sealed class FileAppTests
{
    private const string Sample = "05-your-own-images";

    public static TheoryData<string> Names => WalkTests.Names;

    [Fact]
    public async Task Run_WalkFromItsFile_PrintsWhatTheBuiltWalkPrints()
    {
        Task<string> fromFile = AppRun.OfFileAsync(Sample);

        string built = await AppRun.OfBuiltAsync(Sample);

        Assert.NotEmpty(built);
        Assert.Equal(built, await fromFile);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Walk_Directives_AreThoseOfTheWalkRunFromItsFile(string name)
    {
        IReadOnlyList<string> expected = Walk.Load(Sample).Directives;

        IReadOnlyList<string> directives = Walk.Load(name).Directives;

        Assert.Equal(expected, directives);
    }
}
