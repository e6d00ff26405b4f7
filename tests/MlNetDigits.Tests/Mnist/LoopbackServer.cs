using System.Net;
using System.Net.Sockets;
using System.Text;

namespace MlNetDigits.Tests.Mnist;

/// <summary>A real HTTP server on this machine whose answers a test scripts, one connection each.</summary>
internal sealed class LoopbackServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _serving;

    /// <param name="answer">Gives an answer to the request with this number, counted from zero.</param>
    public LoopbackServer(Func<int, LoopbackRequest, LoopbackAnswer> answer)
    {
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/mnist");
        _serving = ServeAsync(answer);
    }

    public Uri Address { get; }

    public List<LoopbackRequest> Requests { get; } = [];

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Stop();
        _serving.ContinueWith(_ => { }, TaskScheduler.Default).Wait();
        _stop.Dispose();
    }

    private async Task ServeAsync(Func<int, LoopbackRequest, LoopbackAnswer> answer)
    {
        while (true)
        {
            using var socket = await _listener.AcceptSocketAsync(_stop.Token);
            var request = await ReadAsync(socket);
            Requests.Add(request);
            var reply = answer(Requests.Count - 1, request);

            var head = $"HTTP/1.1 {reply.Status} X\r\nConnection: close\r\nContent-Length: {reply.ClaimedLength ?? reply.Body.Length}\r\n"
                + (reply.ContentRange is null ? "" : $"Content-Range: {reply.ContentRange}\r\n") + "\r\n";
            await socket.SendAsync(Encoding.ASCII.GetBytes(head), _stop.Token);
            for (var sent = 0; sent < reply.Body.Length;)
                sent += await socket.SendAsync(reply.Body.AsMemory(sent), _stop.Token);
            if (reply.Silence)
                await socket.ReceiveAsync(new byte[1], _stop.Token);
        }
    }

    private async Task<LoopbackRequest> ReadAsync(Socket socket)
    {
        var text = new StringBuilder();
        var buffer = new byte[4096];
        while (!text.ToString().Contains("\r\n\r\n"))
            text.Append(Encoding.ASCII.GetString(buffer, 0, await socket.ReceiveAsync(buffer, _stop.Token)));

        var lines = text.ToString().Split("\r\n");
        var range = lines.FirstOrDefault(line => line.StartsWith("Range: bytes=", StringComparison.OrdinalIgnoreCase));
        return new LoopbackRequest(lines[0].Split(' ')[1], range is null ? null : int.Parse(range[13..].TrimEnd('-')));
    }
}

/// <param name="Path">What was asked for.</param>
/// <param name="From">First byte asked for, if a range was.</param>
internal sealed record LoopbackRequest(string Path, int? From);

/// <param name="Status">HTTP status.</param>
/// <param name="Body">Bytes really sent.</param>
/// <param name="ClaimedLength">Content-Length, if not the truth.</param>
/// <param name="ContentRange">Content-Range, if any.</param>
/// <param name="Silence">Whether the connection stays open with nothing more sent.</param>
internal sealed record LoopbackAnswer(int Status, byte[] Body, int? ClaimedLength = null, string? ContentRange = null, bool Silence = false)
{
    public static LoopbackAnswer Ok(byte[] body) => new(200, body);

    /// <summary>Serves what is asked for, from a range's start if there is one.</summary>
    public static LoopbackAnswer Serve(byte[] file, LoopbackRequest request) => request.From is { } from
        ? new LoopbackAnswer(206, file[from..], ContentRange: $"bytes {from}-{file.Length - 1}/{file.Length}")
        : Ok(file);

    /// <summary>Claims the whole file, sends a part of it and breaks off.</summary>
    public static LoopbackAnswer Break(byte[] file, int sent) => new(200, file[..sent], file.Length);
}
