using System.Security.Cryptography;
using System.Text;
using MlNetDigits.Idx;

namespace MlNetDigits.Mnist;

/// <summary>Fills the cache from the mirrors, one file after the other.</summary>
/// <param name="options">Validated options.</param>
internal sealed class MnistDownloader(MnistOptions options)
{
    /// <summary>Downloads those of the files that the folder lacks or has damaged.</summary>
    /// <exception cref="IOException">No mirror gave a sound file, or the folder cannot be written.</exception>
    public async Task DownloadAsync(string folder, IReadOnlyList<MnistFile> files, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        using var own = options.HttpClient is null ? new HttpClient { Timeout = Timeout.InfiniteTimeSpan } : null;
        var transfer = new MnistTransfer(options.HttpClient ?? own!, options);
        foreach (var file in files)
        {
            var present = file.Find(folder);
            if (present is not null && await IsSoundAsync(file, present, cancellationToken).ConfigureAwait(false))
                continue;

            var target = Path.Combine(folder, $"{file.Name}.gz");
            await FetchAsync(transfer, file, target, cancellationToken).ConfigureAwait(false);
            if (present is not null && present != target)
                File.Delete(present);
        }
    }

    private async Task FetchAsync(MnistTransfer transfer, MnistFile file, string target, CancellationToken cancellationToken)
    {
        var failures = new List<Exception>();
        foreach (var mirror in options.Mirrors)
        {
            var folder = mirror.AbsoluteUri.EndsWith('/') ? mirror : new Uri($"{mirror.AbsoluteUri}/");
            var address = new Uri(folder, $"{file.Name}.gz");
            for (var attempt = 0; attempt < options.AttemptsPerMirror; attempt++)
            {
                if (attempt > 0)
                    await Task.Delay(options.RetryDelay * (1 << Math.Min(attempt - 1, 10)), cancellationToken).ConfigureAwait(false);
                try
                {
                    await FetchOnceAsync(transfer, file, address, target, cancellationToken).ConfigureAwait(false);
                    return;
                }
                catch (MnistTransferException failure)
                {
                    failures.Add(failure);
                    if (failure.IsFinal)
                        break;
                }
            }
        }

        var reasons = string.Join(" ", failures.Select(failure => failure.Message).Distinct());
        throw new IOException($"'{file.Name}' could not be downloaded. {reasons} Check the network, or put MNIST's four files into '{Path.GetDirectoryName(target)}' or into a folder that {MnistPlaces.VariableName} names.", new AggregateException(failures));
    }

    private static async Task FetchOnceAsync(MnistTransfer transfer, MnistFile file, Uri address, string target, CancellationToken cancellationToken)
    {
        // Mirrors may have packed the same file differently, so each has a partial file of its own.
        var mirror = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address.AbsoluteUri)).AsSpan(0, 4));
        var partial = $"{target}.{mirror}.part";
        var shared = true;
        FileStream stream;
        try
        {
            stream = Open(partial);
        }
        catch (IOException)
        {
            // Another process is downloading the same file, and may be done by now: leave its partial file to it.
            shared = false;
            partial = $"{target}.{Guid.NewGuid():N}.part";
            stream = Open(partial);
        }

        var keep = shared;
        try
        {
            await using (stream.ConfigureAwait(false))
                await transfer.ReceiveAsync(file, address, stream, cancellationToken).ConfigureAwait(false);
            if (!await IsSoundAsync(file, partial, cancellationToken).ConfigureAwait(false))
            {
                keep = false;
                throw new MnistTransferException($"'{address}' gave a file whose SHA-256 is not that of MNIST's {file.Name}.", isFinal: false);
            }

            File.Move(partial, target, overwrite: true);
            keep = true;
        }
        finally
        {
            if (!keep)
                File.Delete(partial);
        }
    }

    private static FileStream Open(string path) =>
        new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.Asynchronous);

    /// <summary>Whether the unpacked bytes have the checksum; unpacks no more than the true size.</summary>
    private static async Task<bool> IsSoundAsync(MnistFile file, string path, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 16];
        var total = 0L;
        try
        {
            var stream = IdxReader.Open(path);
            await using (stream.ConfigureAwait(false))
            {
                int read;
                while ((read = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
                {
                    total += read;
                    if (total > file.RawLength)
                        return false;
                    hash.AppendData(buffer.AsSpan(0, read));
                }
            }
        }
        catch (InvalidDataException)
        {
            return false;
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset()) == file.Sha256;
    }
}
