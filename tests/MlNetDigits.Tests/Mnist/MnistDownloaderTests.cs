using MlNetDigits.Mnist;

namespace MlNetDigits.Tests.Mnist;

public sealed class MnistDownloaderTests : IDisposable
{
    private static readonly byte[] Gzip = Checkout.Gzipped(MnistFile.TestImages);

    private readonly TemporaryFolder _folder = new();

    // Reads the file before any test begins, so that tests without MNIST end here and not in a server's answer.
    static MnistDownloaderTests()
    {
    }

    private string Target => _folder.File("t10k-images-idx3-ubyte.gz");

    [Fact]
    public async Task DownloadAsync_SoundMirror_CachesTheFileAndReportsProgress()
    {
        using var server = new LoopbackServer((_, request) => LoopbackAnswer.Serve(Gzip, request));
        var progress = new Recorder();

        await Download(new MnistOptions { Mirrors = [server.Address], Progress = progress });

        Assert.Equal([Target], Directory.GetFiles(_folder.Path));
        Assert.Equal(Gzip, File.ReadAllBytes(Target));
        Assert.Equal("/mnist/t10k-images-idx3-ubyte.gz", Assert.Single(server.Requests).Path);
        Assert.Equal(0, progress.Reports[0].BytesReceived);
        Assert.Equal((Gzip.Length, (long?)Gzip.Length), (progress.Reports[^1].BytesReceived, progress.Reports[^1].TotalBytes));
    }

    [Fact]
    public async Task DownloadAsync_ConnectionBreaks_GoesOnWhereItStopped()
    {
        using var server = new LoopbackServer((number, request) => number == 0
            ? LoopbackAnswer.Break(Gzip, 100_000)
            : LoopbackAnswer.Serve(Gzip, request));

        await Download(new MnistOptions { Mirrors = [server.Address] });

        Assert.Equal([null, 100_000], server.Requests.Select(request => request.From));
        Assert.Equal(Gzip, File.ReadAllBytes(Target));
    }

    [Fact]
    public async Task DownloadAsync_RangesIgnored_BeginsAnew()
    {
        using var server = new LoopbackServer((number, _) => number == 0
            ? LoopbackAnswer.Break(Gzip, 100_000)
            : LoopbackAnswer.Ok(Gzip));

        await Download(new MnistOptions { Mirrors = [server.Address] });

        Assert.Equal(Gzip, File.ReadAllBytes(Target));
    }

    [Fact]
    public async Task DownloadAsync_WholePartialFilePresent_UsesIt()
    {
        using var server = new LoopbackServer((number, _) => number == 0
            ? new LoopbackAnswer(200, Gzip, Gzip.Length + 10)
            : new LoopbackAnswer(416, [], ContentRange: $"bytes */{Gzip.Length}"));

        await Download(new MnistOptions { Mirrors = [server.Address] });

        Assert.Equal(2, server.Requests.Count);
        Assert.Equal(Gzip, File.ReadAllBytes(Target));
    }

    [Fact]
    public async Task DownloadAsync_Garbage_IsDroppedAndTheNextMirrorAsked()
    {
        using var garbage = new LoopbackServer((_, _) => LoopbackAnswer.Ok(new byte[5000]));
        using var sound = new LoopbackServer((_, request) => LoopbackAnswer.Serve(Gzip, request));

        await Download(new MnistOptions { Mirrors = [garbage.Address, sound.Address], AttemptsPerMirror = 2 });

        Assert.Equal([null, null], garbage.Requests.Select(request => request.From));
        Assert.Equal([Target], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public async Task DownloadAsync_NotFound_IsNotAskedTwice()
    {
        using var empty = new LoopbackServer((_, _) => new LoopbackAnswer(404, []));
        using var sound = new LoopbackServer((_, request) => LoopbackAnswer.Serve(Gzip, request));

        await Download(new MnistOptions { Mirrors = [empty.Address, sound.Address] });

        Assert.Single(empty.Requests);
        Assert.True(File.Exists(Target));
    }

    [Fact]
    public async Task DownloadAsync_SilentMirror_IsLeftAfterTheTimeout()
    {
        using var silent = new LoopbackServer((_, _) => new LoopbackAnswer(200, Gzip[..1000], Gzip.Length, Silence: true));
        var options = new MnistOptions { Mirrors = [silent.Address], AttemptsPerMirror = 1, StallTimeout = TimeSpan.FromMilliseconds(200) };

        var error = await Assert.ThrowsAsync<IOException>(() => Download(options));

        Assert.Contains("was silent for 0.2 s", error.Message.Replace(',', '.'));
    }

    [Fact]
    public async Task DownloadAsync_EveryMirrorFails_NamesFileReasonsAndFolder()
    {
        using var empty = new LoopbackServer((_, _) => new LoopbackAnswer(503, []));
        var unreachable = new Uri("http://127.0.0.1:1/mnist/");

        var error = await Assert.ThrowsAsync<IOException>(() => Download(new MnistOptions { Mirrors = [empty.Address, unreachable] }));

        Assert.Equal(3, empty.Requests.Count);
        Assert.Contains("'t10k-images-idx3-ubyte' could not be downloaded", error.Message);
        Assert.Contains("answered 503", error.Message);
        Assert.Contains("'http://127.0.0.1:1/mnist/t10k-images-idx3-ubyte.gz' failed", error.Message);
        Assert.Contains(_folder.Path, error.Message);
    }

    [Fact]
    public async Task DownloadAsync_Cancelled_KeepsWhatCameForTheNextTime()
    {
        using var cancel = new CancellationTokenSource();
        using var server = new LoopbackServer((number, request) => number == 0
            ? new LoopbackAnswer(200, Gzip[..70_000], Gzip.Length, Silence: true)
            : LoopbackAnswer.Serve(Gzip, request));
        var options = new MnistOptions { Mirrors = [server.Address], Progress = new Recorder(report => { if (report.BytesReceived == 70_000) cancel.Cancel(); }) };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Download(options, cancel.Token));
        await Download(options with { Progress = null });

        Assert.Equal([null, 70_000], server.Requests.Select(request => request.From));
    }

    [Fact]
    public async Task DownloadAsync_DamagedFileInTheCache_IsReplaced()
    {
        File.WriteAllBytes(_folder.File("t10k-images-idx3-ubyte"), [1, 2, 3]);
        using var server = new LoopbackServer((_, request) => LoopbackAnswer.Serve(Gzip, request));

        await Download(new MnistOptions { Mirrors = [server.Address] });

        Assert.Equal([Target], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public async Task DownloadAsync_TwoAtOnce_BothSucceed()
    {
        using var server = new LoopbackServer((_, request) => LoopbackAnswer.Serve(Gzip, request));
        var options = new MnistOptions { Mirrors = [server.Address] };

        await Task.WhenAll(Download(options), Download(options));

        Assert.Equal(Gzip, File.ReadAllBytes(Target));
    }

    public void Dispose() => _folder.Dispose();

    private Task Download(MnistOptions options, CancellationToken cancellationToken = default)
    {
        options = options with { RetryDelay = TimeSpan.FromMilliseconds(1) };
        return new MnistDownloader(options).DownloadAsync(_folder.Path, [MnistFile.TestImages], cancellationToken);
    }

    private sealed class Recorder(Action<MnistProgress>? then = null) : IProgress<MnistProgress>
    {
        public List<MnistProgress> Reports { get; } = [];

        public void Report(MnistProgress value)
        {
            Reports.Add(value);
            then?.Invoke(value);
        }
    }
}
