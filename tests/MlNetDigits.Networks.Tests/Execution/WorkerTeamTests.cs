using MlNetDigits.Networks.Execution;

namespace MlNetDigits.Networks.Tests.Execution;

public sealed class WorkerTeamTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void Run_ManyTimes_RunsEveryWorkerOnceEachTime(int size)
    {
        using var team = new WorkerTeam(size);
        var calls = new int[size];

        for (int i = 0; i < 500; i++) team.Run(worker => calls[worker]++);

        Assert.All(calls, count => Assert.Equal(500, count));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void Run_OneWorkerFails_WaitsForAllAndThrowsWhatItThrew(int failing)
    {
        using var team = new WorkerTeam(3);
        int finished = 0;

        var error = Assert.Throws<InvalidDataException>(() => team.Run(worker =>
        {
            if (worker == failing) throw new InvalidDataException("broken");
            Thread.Sleep(20);
            Interlocked.Increment(ref finished);
        }));

        Assert.Equal(("broken", 2), (error.Message, finished));
        team.Run(_ => Interlocked.Increment(ref finished));
        Assert.Equal(5, finished);
    }

    [Fact]
    public void Run_FromManyThreads_TakesTurns()
    {
        using var team = new WorkerTeam(2);
        int running = 0, most = 0, runs = 0;

        Parallel.For(0, 20, _ => team.Run(worker =>
        {
            if (worker != 0) return;
            most = Math.Max(most, Interlocked.Increment(ref running));
            Thread.Sleep(1);
            Interlocked.Decrement(ref running);
            Interlocked.Increment(ref runs);
        }));

        Assert.Equal((1, 20), (most, runs));
    }

    [Fact]
    public void Constructor_NoThread_NamesValueAndLimit()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => new WorkerTeam(0));

        Assert.Contains("size is 0, but must be at least 1", error.Message);
    }
}
