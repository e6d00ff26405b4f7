using System.Diagnostics;
using MlNetDigits.Web.Telemetry;

namespace MlNetDigits.Web.Tests.Telemetry;

public sealed class SpansTests
{
    [Fact]
    public void Score_NobodyListens_AllocatesNothing()
    {
        Assert.Null(Spans.Score("best", 1));
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < 1000; i++)
        {
            using var read = Spans.Read();
            using var score = Spans.Score("best", i);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void Score_SomebodyListens_TellsModelAndCount()
    {
        using var listener = new ActivityListener { ShouldListenTo = source => source.Name == Spans.SourceName, Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData };
        ActivitySource.AddActivityListener(listener);

        using var span = Spans.Score("best", 3);

        Assert.Equal("digits.score", span!.OperationName);
        Assert.Equal(("best", 3), ((string?)span.GetTagItem("digits.model"), (int?)span.GetTagItem("digits.count")));
    }
}
