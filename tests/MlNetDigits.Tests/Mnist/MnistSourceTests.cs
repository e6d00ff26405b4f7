using System.Security.Cryptography;
using MlNetDigits.Idx;
using MlNetDigits.Mnist;

namespace MlNetDigits.Tests.Mnist;

public sealed class MnistSourceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task LoadAsync_Checkout_GivesTheRealDigits()
    {
        var expected = Checkout.Mnist;

        var data = await Load(new MnistOptions(), new MnistPlaces(null, [AppContext.BaseDirectory], _folder.Path));

        Assert.Equal((60_000, 10_000), (data.Train.Count, data.Test.Count));
        Assert.Equal([5, 0, 4, 1, 9], data.Train.Labels[..5].ToArray());
        Assert.Equal([7, 2, 1, 0, 4], data.Test.Labels[..5].ToArray());
        Assert.Equal(expected, data.Folder);
        Assert.Equal(data.TrainSha256, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(data.Folder, "train-images-idx3-ubyte")))));
    }

    [Fact]
    public async Task LoadAsync_GivenFolderLacksAFile_NamesItAndLooksNowhereElse()
    {
        Checkout.CopyTo(_folder.Path, [MnistFile.TrainLabels]);
        var places = new MnistPlaces(Checkout.Mnist, [AppContext.BaseDirectory], Checkout.Mnist);

        var error = await Assert.ThrowsAsync<FileNotFoundException>(() => Load(new MnistOptions { Folder = _folder.Path }, places));

        Assert.StartsWith($"The folder given names '{_folder.Path}', which has no 'train-images-idx3-ubyte'", error.Message);
        Assert.Contains("Put MNIST's four files there", error.Message);
    }

    [Fact]
    public async Task LoadAsync_VariableNamesNoFolder_SaysSo()
    {
        var places = new MnistPlaces(_folder.File("missing"), [AppContext.BaseDirectory], Checkout.Mnist);

        var error = await Assert.ThrowsAsync<DirectoryNotFoundException>(() => Load(new MnistOptions(), places));

        Assert.StartsWith($"The environment variable MNIST_DIR names '{_folder.File("missing")}'", error.Message);
        Assert.Contains("unset the variable", error.Message);
    }

    [Fact]
    public async Task LoadAsync_VariableNamesAFolder_IsPreferredToTheCheckout()
    {
        Checkout.CopyTo(_folder.Path, MnistFile.All);

        var data = await Load(new MnistOptions(), new MnistPlaces(_folder.Path, [AppContext.BaseDirectory], ""));

        Assert.Equal(_folder.Path, data.Folder);
    }

    [Fact]
    public async Task LoadAsync_AlteredPixel_NamesFileAndChecksums()
    {
        Checkout.CopyTo(_folder.Path, MnistFile.All);
        var path = _folder.File("t10k-images-idx3-ubyte");
        var bytes = File.ReadAllBytes(path);
        bytes[5000] ^= 1;
        File.WriteAllBytes(path, bytes);

        var error = await Assert.ThrowsAsync<InvalidDataException>(() => Load(new MnistOptions { Folder = _folder.Path }, Nowhere));

        Assert.StartsWith($"'{path}' is not MNIST's t10k-images-idx3-ubyte", error.Message);
        Assert.Contains("expected 0fa7898d", error.Message);
    }

    [Fact]
    public async Task LoadAsync_OtherSizesThanMnist_AreRefused()
    {
        Checkout.CopyTo(_folder.Path, [MnistFile.TrainLabels, MnistFile.TestImages, MnistFile.TestLabels]);
        IdxWriter.Write(_folder.File("train-images-idx3-ubyte"), new IdxArray(new byte[784], 1, 28, 28));

        var error = await Assert.ThrowsAsync<InvalidDataException>(() => Load(new MnistOptions { Folder = _folder.Path }, Nowhere));

        Assert.Contains("train-images-idx3-ubyte", error.Message);
    }

    [Fact]
    public async Task LoadAsync_CacheDamaged_IsDownloadedAgainGzipped()
    {
        Checkout.CopyTo(_folder.Path, MnistFile.All);
        File.WriteAllBytes(_folder.File("t10k-labels-idx1-ubyte"), [0, 0, 8, 1]);
        var gzip = Checkout.Gzipped(MnistFile.TestLabels);
        using var server = new LoopbackServer((_, request) => LoopbackAnswer.Serve(gzip, request));

        var data = await Load(new MnistOptions { CacheFolder = _folder.Path, Mirrors = [server.Address] }, Nowhere);

        Assert.Equal([7, 2, 1], data.Test.Labels[..3].ToArray());
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task LoadAsync_NowhereAndNoDownload_NamesThePlaces()
    {
        var error = await Assert.ThrowsAsync<FileNotFoundException>(() => Load(new MnistOptions { Download = false }, Nowhere));

        Assert.Contains("MNIST_DIR", error.Message);
        Assert.Contains(_folder.Path, error.Message);
    }

    [Fact]
    public async Task LoadAsync_AlreadyCancelled_Stops()
    {
        var places = new MnistPlaces(null, [Checkout.Mnist], "");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new MnistSource(new MnistOptions(), places).LoadAsync(new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Current_Always_PutsTheCacheUnderTheUsersFolder()
    {
        var places = MnistPlaces.Current();

        Assert.EndsWith(Path.Combine("mlnet-digits", "mnist"), places.Cache);
        Assert.True(Path.IsPathFullyQualified(places.Cache));
    }

    public void Dispose() => _folder.Dispose();

    private MnistPlaces Nowhere => new(null, [_folder.Path], _folder.Path);

    private static Task<MnistData> Load(MnistOptions options, MnistPlaces places) =>
        new MnistSource(options, places).LoadAsync(CancellationToken.None);
}
