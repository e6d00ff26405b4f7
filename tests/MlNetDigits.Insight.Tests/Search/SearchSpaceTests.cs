using MlNetDigits.Search;

namespace MlNetDigits.Tests.Search;

public sealed class SearchSpaceTests
{
    [Fact]
    public void Draw_ManyNumbers_CoversTheSpaceAndRepeatsForASeed()
    {
        var space = new SearchSpace();

        SearchCandidate[] drawn = [.. Enumerable.Range(1, 200).Select(number => space.Draw(5, number))];

        Assert.Equal(drawn, Enumerable.Range(1, 200).Select(number => space.Draw(5, number)));
        Assert.NotEqual(drawn, Enumerable.Range(1, 200).Select(number => space.Draw(6, number)));
        Assert.Equal(space.Architectures.Order(), drawn.Select(it => it.Architecture).Distinct().Order());
        Assert.Equal(space.Schedules.Keys.Order(), drawn.Select(it => it.Schedule).Distinct().Order());
        Assert.Equal(space.Augmentations.Keys.Order(), drawn.Select(it => it.Augmentation).Distinct().Order());
        Assert.Equal(space.Dropouts, drawn.Select(it => it.Dropout).Distinct().Order());
        Assert.InRange(drawn.Count(it => it.LearningRate < 0.00316f), 70, 130);
    }

    [Theory]
    [InlineData(10, 7000, 27, 36_296)]
    [InlineData(1, 7000, 9, 16_333)]
    [InlineData(0.05, 7000, 3, 4_900)]
    public void Within_Time_FitsCandidatesAndImages(double minutes, double speed, int candidates, int images)
    {
        SearchOptions options = new SearchOptions().Within(TimeSpan.FromMinutes(minutes), speed);

        Assert.Equal((candidates, images), (options.Candidates, options.FirstRungImages));
    }

    [Fact]
    public void SearchFile_Result_WritesTrialsAndMarksTheWinner()
    {
        using var folder = new TemporaryFolder();
        var trial = new SearchTrial(1, new SearchCandidate(2, "tiny", 0.002f, "cosine", "none", 0.1f), 200, 0.5, 1.5, 0.25);

        SearchFile.WriteCsv(folder.File("search.csv"), new SearchResult([trial], trial, true));
        SearchFile.WriteSvg(folder.File("search.svg"), new SearchResult([trial], trial, true));

        Assert.Equal("1,2,tiny,0.002,cosine,none,0.1,200,0.5,1.5,0.25,true", File.ReadAllLines(folder.File("search.csv"))[1]);
        Assert.Contains(System.Xml.Linq.XElement.Load(folder.File("search.svg")).Elements(), element => element.Value == "tiny, cosine, none");
    }
}
