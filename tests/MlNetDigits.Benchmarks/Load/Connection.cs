using System.Net.Sockets;
using System.Text;

namespace MlNetDigits.Benchmarks.Load;

/// <summary>One HTTP/1.1 connection that sends the same request again and again, with little work of its own.</summary>
internal sealed class Connection : IDisposable
{
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _request;
    private readonly byte[] _answer = new byte[64 << 10];

    private Connection(LoadOptions options) =>
        _request = [.. Encoding.ASCII.GetBytes($"POST {options.Url.PathAndQuery} HTTP/1.1\r\nHost: {options.Url.Authority}\r\nContent-Type: {options.Type}\r\nContent-Length: {options.Body.Length}\r\n\r\n"), .. options.Body];

    public static async Task<Connection> Open(LoadOptions options)
    {
        var connection = new Connection(options);
        await connection._socket.ConnectAsync(options.Url.Host, options.Url.Port);
        return connection;
    }

    /// <summary>Sends the request and reads the whole answer.</summary>
    /// <returns>Whether its status was 200.</returns>
    public async ValueTask<bool> Ask()
    {
        await _socket.SendAsync(_request);
        int length = 0;
        while (true)
        {
            int read = await _socket.ReceiveAsync(_answer.AsMemory(length));
            if (read == 0)
                return false;
            length += read;
            int whole = WholeLength(_answer.AsSpan(0, length));
            if (whole > 0 && length >= whole)
                return _answer.AsSpan().StartsWith("HTTP/1.1 200"u8);
        }
    }

    public void Dispose() => _socket.Dispose();

    /// <summary>Length of head and body, or 0 while the head is not yet there.</summary>
    private static int WholeLength(ReadOnlySpan<byte> answer)
    {
        int head = answer.IndexOf("\r\n\r\n"u8);
        if (head < 0)
            return 0;
        int at = answer[..head].IndexOf("Content-Length: "u8);
        int length = 0;
        for (at += "Content-Length: ".Length; at < head && answer[at] is >= (byte)'0' and <= (byte)'9'; at++)
            length = (length * 10) + answer[at] - '0';
        return head + 4 + length;
    }
}
