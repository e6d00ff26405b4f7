using System.Net;
using System.Net.Http.Headers;

namespace MlNetDigits.Mnist;

/// <summary>Receives one file over HTTP, going on where an earlier attempt stopped.</summary>
/// <param name="client">Client to ask with.</param>
/// <param name="options">Validated options.</param>
internal sealed class MnistTransfer(HttpClient client, MnistOptions options)
{
    // The largest gzipped MNIST file has 9.9 MB.
    private const long LargestFile = 32 << 20;

    /// <summary>Appends to <paramref name="target"/> what it lacks, or begins it anew.</summary>
    /// <exception cref="MnistTransferException">The mirror refused, broke off or fell silent.</exception>
    public async Task ReceiveAsync(MnistFile file, Uri address, FileStream target, CancellationToken cancellationToken)
    {
        using var stall = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (target.Length > 0)
            request.Headers.Range = new RangeHeaderValue(target.Length, null);

        using var response = await Guard(
            token => client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, token), address, stall, cancellationToken).ConfigureAwait(false);
        if (IsWhole(response, target.Length))
            return;

        var total = Prepare(response, address, target);
        var content = await Guard(token => response.Content.ReadAsStreamAsync(token), address, stall, cancellationToken).ConfigureAwait(false);
        await using (content.ConfigureAwait(false))
        {
            var buffer = new byte[1 << 16];
            while (true)
            {
                options.Progress?.Report(new MnistProgress(file.Name, target.Position, total, address));
                var read = await Guard(token => content.ReadAsync(buffer, token).AsTask(), address, stall, cancellationToken).ConfigureAwait(false);
                if (read == 0)
                    break;
                if (target.Position + read > LargestFile)
                    throw Discard(target, $"'{address}' sends more than {LargestFile} bytes, which MNIST's {file.Name} does not have.");
                await target.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
            }
        }

        await target.FlushAsync(cancellationToken).ConfigureAwait(false);
        if (target.Position < total)
            throw new MnistTransferException($"'{address}' broke off after {target.Position} of {total} bytes.", isFinal: false);
    }

    private static bool IsWhole(HttpResponseMessage response, long present) =>
        response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable
        && present > 0 && response.Content.Headers.ContentRange?.Length == present;

    /// <summary>Places the file where the answer's body belongs; gives the whole size if known.</summary>
    private static long? Prepare(HttpResponseMessage response, Uri address, FileStream target)
    {
        var range = response.Content.Headers.ContentRange;
        switch (response.StatusCode)
        {
            case HttpStatusCode.PartialContent when range?.From == target.Length:
                target.Position = target.Length;
                return range.Length;
            case HttpStatusCode.OK:
                target.SetLength(0);
                return response.Content.Headers.ContentLength;
            case HttpStatusCode.PartialContent or HttpStatusCode.RequestedRangeNotSatisfiable:
                target.SetLength(0);
                throw new MnistTransferException($"'{address}' answered another range than asked.", isFinal: false);
            default:
                var code = (int)response.StatusCode;
                throw new MnistTransferException($"'{address}' answered {code} {response.ReasonPhrase}.", isFinal: code is >= 300 and < 500 and not (408 or 429));
        }
    }

    /// <summary>Turns failures of the network, and only those, into one exception type.</summary>
    private async Task<T> Guard<T>(Func<CancellationToken, Task<T>> step, Uri address, CancellationTokenSource stall, CancellationToken cancellationToken)
    {
        try
        {
            stall.CancelAfter(options.StallTimeout);
            return await step(stall.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw;
        }
        catch (OperationCanceledException exception)
        {
            throw new MnistTransferException($"'{address}' was silent for {options.StallTimeout.TotalSeconds:0.###} s.", isFinal: false, exception);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw new MnistTransferException($"'{address}' failed: {exception.Message.TrimEnd('.')}.", isFinal: false, exception);
        }
    }

    private static MnistTransferException Discard(FileStream target, string message)
    {
        target.SetLength(0);
        return new MnistTransferException(message, isFinal: true);
    }
}
