using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace MlNetDigits.Pool.Tests;

/// <summary>A web server on the loopback that gives one file and its entity tag.</summary>
internal sealed class ModelServer : IDisposable
{
    private const int Attempts = 20;

    private readonly HttpListener _listener;

    public ModelServer(byte[] content)
    {
        Content = content;
        (_listener, var address) = Listen();
        Uri = new Uri($"{address}model.zip");
        _ = Serve();
    }

    public Uri Uri { get; }

    public byte[] Content { get; set; }

    public string Tag { get; set; } = "\"1\"";

    public bool Fails { get; set; }

    public ConcurrentQueue<string> Requests { get; } = new();

    public void Dispose() => _listener.Close();

    /// <summary>Listens at a free port, which another process may take before the listener does.</summary>
    private static (HttpListener Listener, string Address) Listen()
    {
        for (var attempt = 1; ; attempt++)
        {
            using var probe = new TcpListener(IPAddress.Loopback, 0);
            probe.Start();
            var address = $"http://localhost:{((IPEndPoint)probe.LocalEndpoint).Port}/";
            probe.Stop();
            var listener = new HttpListener { Prefixes = { address } };
            try
            {
                listener.Start();
                return (listener, address);
            }
            catch (HttpListenerException) when (attempt < Attempts)
            {
                listener.Close();
            }
        }
    }

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
        var content = Content;
        response.ContentLength64 = content.Length;
        if (context.Request.HttpMethod == "GET")
            response.OutputStream.Write(content);
    }
}
