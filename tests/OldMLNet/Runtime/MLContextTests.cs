using Microsoft.ML.Runtime;

namespace MLNet.Tests.Runtime;

public sealed class MLContextTests
{
    [Fact]
    public void Log_ChannelMessage_ArrivesSynchronouslyWithSourceAndKind()
    {
        var ml = new MLContext();
        var received = new List<(LoggingEventArgs Args, int Thread)>();
        ml.Log += (_, args) => received.Add((args, System.Environment.CurrentManagedThreadId));

        using (var channel = ((IChannelProvider)ml).Start("Training"))
            channel.Info(MessageSensitivity.None, "epoch {0}", 3);

        var (info, thread) = Assert.Single(received, item => item.Args.Kind == ChannelMessageKind.Info);
        Assert.Equal("epoch 3", info.RawMessage);
        Assert.Equal($"[Source={info.Source}, Kind=Info] epoch 3", info.Message);
        Assert.Equal(System.Environment.CurrentManagedThreadId, thread);
    }

    [Fact]
    public void Register_SameSeed_GivesSameNumbers()
    {
        var numbers = Enumerable.Range(0, 2).Select(_ => ((IHostEnvironment)new MLContext(7)).Register("Part").Rand.Next()).ToArray();

        Assert.Equal(numbers[0], numbers[1]);
    }

    [Fact]
    public void Register_SeveralHosts_GiveDifferentNumbers()
    {
        IHostEnvironment env = new MLContext(7);

        var numbers = Enumerable.Range(0, 10).Select(_ => env.Register("Part").Rand.Next());

        Assert.Equal(10, numbers.Distinct().Count());
    }

    [Fact]
    public void Options_SetAndRemoved_AreFoundByName()
    {
        var ml = new MLContext();

        ml.SetOption("Threads", 2);

        Assert.False(ml.TryAddOption("Threads", 3));
        Assert.True(ml.TryGetOption<int>("Threads", out var threads));
        Assert.Equal(2, threads);
        Assert.True(ml.RemoveOption("Threads"));
        Assert.Equal(0, ml.GetOptionOrDefault<int>("Threads"));
    }

    [Fact]
    public void GpuDeviceId_NewContext_IsNull()
    {
        var ml = new MLContext();

        Assert.Null(ml.GpuDeviceId);
        Assert.False(ml.FallbackToCpu);
    }
}
