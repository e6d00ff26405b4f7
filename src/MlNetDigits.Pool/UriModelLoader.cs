using System.Net;
using Microsoft.Extensions.Logging;
using Microsoft.ML;

namespace Microsoft.Extensions.ML;

/// <summary>Loads a model from the web and asks every period whether its entity tag has changed.</summary>
internal sealed class UriModelLoader : ReloadingModelLoader
{
    private readonly HttpClient _client = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Uri _uri;
    private string _tag;

    public UriModelLoader(MLContext context, ILogger log, Uri uri, TimeSpan period) : base(context, log)
    {
        ArgumentNullException.ThrowIfNull(uri);
        if (period <= TimeSpan.Zero && period != Timeout.InfiniteTimeSpan)
            throw new ArgumentOutOfRangeException(nameof(period), $"The period between two looks is positive or infinite, not {period}.");
        _uri = uri;
        try
        {
            LoadFirst(Get(CancellationToken.None).GetAwaiter().GetResult());
        }
        catch (HttpRequestException e)
        {
            throw new InvalidOperationException($"No model could be fetched from {uri}: {e.Message}", e);
        }
        if (period != Timeout.InfiniteTimeSpan)
            _ = Task.Run(() => Poll(period, _stop.Token));
    }

    protected override string Source => _uri.ToString();

    public override void Dispose()
    {
        _stop.Cancel();
        _client.Dispose();
    }

    private async Task Poll(TimeSpan period, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(period);
        try
        {
            while (await timer.WaitForNextTickAsync(stop))
                await Look(stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Disposed.
        }
    }

    private async Task Look(CancellationToken stop)
    {
        try
        {
            if (await HasChanged(stop))
                Reload(await Get(stop));
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            Failed(e);
        }
    }

    private async Task<bool> HasChanged(CancellationToken stop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, _uri);
        using var response = await _client.SendAsync(request, stop);
        // A server that knows no HEAD is asked for the model itself.
        if (response.StatusCode is HttpStatusCode.MethodNotAllowed or HttpStatusCode.NotImplemented)
            return true;
        response.EnsureSuccessStatusCode();
        return TagOf(response) is not { } tag || tag != _tag;
    }

    private async Task<byte[]> Get(CancellationToken stop)
    {
        using var response = await _client.GetAsync(_uri, stop).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        var bytes = await response.Content.ReadAsByteArrayAsync(stop).ConfigureAwait(false);
        _tag = TagOf(response);
        return bytes;
    }

    private static string TagOf(HttpResponseMessage response) =>
        response.Headers.ETag?.Tag ?? response.Content.Headers.LastModified?.ToString("O");
}
