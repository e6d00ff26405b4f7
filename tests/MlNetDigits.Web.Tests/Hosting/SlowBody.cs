using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace MlNetDigits.Web.Tests.Hosting;

/// <summary>JSON whose second half is sent when the test says so.</summary>
internal sealed class SlowBody : HttpContent
{
    private readonly string _first;
    private readonly TaskCompletionSource _half = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<string> _second = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public SlowBody(string first)
    {
        _first = first;
        Headers.ContentType = new MediaTypeHeaderValue("application/json");
    }

    public Task HalfSent => _half.Task;

    public void Finish(string second) => _second.TrySetResult(second);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync(Encoding.UTF8.GetBytes(_first));
        await stream.FlushAsync();
        _half.TrySetResult();
        await stream.WriteAsync(Encoding.UTF8.GetBytes(await _second.Task));
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
