using MlNetDigits.Mnist;

namespace MlNetDigits.Console.Rendering;

/// <summary>Shows a download: one line redrawn in place on a terminal, else a line per file.</summary>
internal sealed class DownloadDisplay(TextWriter output, bool isInPlace, TimeProvider time) : IProgress<MnistProgress>
{
    private static readonly TimeSpan RedrawInterval = TimeSpan.FromMilliseconds(200);

    private readonly Lock _lock = new();
    private string? _file;
    private long _drawn;

    /// <inheritdoc/>
    public void Report(MnistProgress value)
    {
        lock (_lock)
        {
            bool isNew = value.File != _file;
            if (!isNew && (!isInPlace || time.GetElapsedTime(_drawn) < RedrawInterval))
                return;
            _file = value.File;
            _drawn = time.GetTimestamp();
            string total = value.TotalBytes is { } bytes ? $" of {Format.Bytes(bytes)}" : string.Empty;
            if (isInPlace)
                output.Write($"\r\e[Kdownloading {value.File}: {Format.Bytes(value.BytesReceived)}{total}");
            else
                output.WriteLine($"downloading {value.File}{total} from {value.Mirror.Host}");
        }
    }

    /// <summary>Clears the line that was redrawn.</summary>
    public void Finish()
    {
        lock (_lock)
        {
            if (isInPlace && _file is not null)
                output.Write("\r\e[K");
        }
    }
}
