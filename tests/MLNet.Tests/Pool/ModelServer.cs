using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace MLNet.Tests.Pool;

/// <summary>A web server on the loopback that gives one file and its entity tag.</summary>
internal sealed class ModelServer : IDisposable
{
    private readonly HttpListener _listener = new();

    public ModelServer(byte[] content)
    {
        Content = content;
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var port = ((IPEndPoint)probe.LocalEndpoint).Port;
        probe.Stop();
        Uri = new Uri($"http://localhost:{port}/model.zip");
        _listener.Prefixes.Add($"http://localhost:{port}/");
        _listener.Start();
        _ = Serve();
    }

    public Uri Uri { get; }

    public byte[] Content { get; set; }

    public string Tag { get; set; } = "\"1\"";

    public bool Fails { get; set; }

    public ConcurrentQueue<string> Requests { get; } = new();

    public void Dispose() => _listener.Close();

    private async Task Serve()
    {
        try
        {
            while (true)
                Answer(await _listener.GetContextAsync());
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
        {
            // Closed.
        }
    }

    private void Answer(HttpListenerContext context)
    {
        Requests.Enqueue(context.Request.HttpMethod);
        using var response = context.Response;
        if (Fails)
        {
            response.StatusCode = 500;
            return;
        }
        if (Tag is not null)
            response.Headers["ETag"] = Tag;
        response.ContentLength64 = Content.Length;
        if (context.Request.HttpMethod == "GET")
            response.OutputStream.Write(Content);
    }
}
