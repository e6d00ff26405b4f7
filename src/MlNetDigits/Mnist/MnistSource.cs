using MlNetDigits.Idx;

namespace MlNetDigits.Mnist;

/// <summary>Finds MNIST, downloading it as the last resort, and reads it.</summary>
/// <param name="options">Validated options.</param>
/// <param name="places">Where to look.</param>
internal sealed class MnistSource(MnistOptions options, MnistPlaces places)
{
    /// <summary>Reads all four files from the first place that has them.</summary>
    public async Task<MnistData> LoadAsync(CancellationToken cancellationToken)
    {
        if (options.Folder is { } given)
            return Read(Complete(given, "The folder given", "name another folder"), cancellationToken);
        if (places.Variable is { Length: > 0 } variable)
            return Read(Complete(variable, $"The environment variable {MnistPlaces.VariableName}", "unset the variable"), cancellationToken);
        if (places.FindCheckout() is { } checkout)
            return Read(checkout, cancellationToken);

        var cache = Path.GetFullPath(options.CacheFolder ?? places.Cache);
        var complete = MnistFile.All.All(file => file.Find(cache) is not null);
        if (!complete && !options.Download)
            throw new FileNotFoundException($"MNIST was found neither by {MnistPlaces.VariableName}, nor in a checkout's data/mnist, nor in '{cache}', and downloading is off. Put its four files into one of these folders, or allow the download.");

        if (complete)
        {
            try
            {
                return Read(cache, cancellationToken);
            }
            catch (InvalidDataException) when (options.Download)
            {
                // A damaged cache is replaced below.
            }
        }

        await new MnistDownloader(options).DownloadAsync(cache, MnistFile.All, cancellationToken).ConfigureAwait(false);
        return Read(cache, cancellationToken);
    }

    private static string Complete(string folder, string who, string otherwise)
    {
        folder = Path.GetFullPath(folder);
        if (!Directory.Exists(folder))
            throw new DirectoryNotFoundException($"{who} names '{folder}', which does not exist. Make it and put MNIST's four files there, or {otherwise}.");
        if (MnistFile.All.FirstOrDefault(file => file.Find(folder) is null) is { } missing)
            throw new FileNotFoundException($"{who} names '{folder}', which has no '{missing.Name}', raw or with .gz. Put MNIST's four files there, or {otherwise}.", Path.Combine(folder, missing.Name));
        return folder;
    }

    private static MnistData Read(string folder, CancellationToken cancellationToken)
    {
        var train = ReadView(MnistFile.TrainImages, MnistFile.TrainLabels);
        var test = ReadView(MnistFile.TestImages, MnistFile.TestLabels);
        return new MnistData(train, test, folder, MnistFile.TrainImages.Sha256);

        MnistView ReadView(MnistFile images, MnistFile labels) => new(Array(images).Data, Array(labels).Data);

        IdxArray Array(MnistFile file)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return file.Read(file.Find(folder) ?? throw new FileNotFoundException($"'{folder}' no longer has '{file.Name}'. Leave the folder alone while it is read.", file.Name));
        }
    }
}
