using System.Net;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace MlNetDigits.Web.Tests.Telemetry;

/// <summary>A collector for OTLP, which keeps what it is sent; also a proxy that answers in everybody's place.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Channel<(string Address, byte[] Body)> _received = Channel.CreateUnbounded<(string, byte[])>();
    private readonly WebApplication _app;

    private Collector(HttpProtocols protocol)
    {
        // Without the settings of the service under test, which lie in the same folder.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = protocol));
        _app = builder.Build();
        _app.Run(Keep);
    }

    public string Address => _app.Urls.Single();

    public static async Task<Collector> Start(HttpProtocols protocol = HttpProtocols.Http1)
    {
        var collector = new Collector(protocol);
        await collector._app.StartAsync();
        return collector;
    }

    /// <summary>Waits until the requests to an address have what is wanted.</summary>
    /// <returns>All of them as one message: bodies one after the other have the fields of both.</returns>
    public async Task<ProtobufMessage> Receive(string path, Func<ProtobufMessage, bool> isWanted)
    {
        using var patience = new CancellationTokenSource(Patience);
        byte[] bodies = [];
        while (true)
        {
            var (address, body) = await _received.Reader.ReadAsync(patience.Token);
            if (new Uri(address).AbsolutePath != path)
                continue;
            bodies = [.. bodies, .. body];
            var message = new ProtobufMessage(bodies);
            if (isWanted(message))
                return message;
        }
    }

    /// <summary>The addresses of requests that came and were not yet received.</summary>
    public IReadOnlyList<string> Addresses()
    {
        var addresses = new List<string>();
        while (_received.Reader.TryRead(out var request))
            addresses.Add(request.Address);
        return addresses;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task Keep(HttpContext context)
    {
        var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        context.Response.ContentType = "application/x-protobuf";
        _received.Writer.TryWrite((context.Request.GetDisplayUrl(), body.ToArray()));
    }
}
