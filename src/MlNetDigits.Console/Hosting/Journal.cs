using System.Globalization;

namespace MlNetDigits.Console.Hosting;

/// <summary>Writes what a training says into a log file, line by line with the time, and details to people who want them.</summary>
internal sealed class Journal : IDisposable
{
    private readonly Lock _lock = new();
    private readonly TextWriter _details;
    private readonly TimeProvider _time;
    private readonly StreamWriter? _file;

    private Journal(StreamWriter? file, TextWriter details, TimeProvider time) => (_file, _details, _time) = (file, details, time);

    /// <summary>Opens a log file; lines of earlier trainings stay above the new ones.</summary>
    /// <param name="path">The file, or null for none.</param>
    /// <param name="details">Where details are shown.</param>
    /// <param name="time">Gives the time of each line.</param>
    /// <exception cref="UserError">The file cannot be written.</exception>
    public static Journal Open(string? path, TextWriter details, TimeProvider time)
    {
        if (path is null)
            return new Journal(null, details, time);
        try
        {
            if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
                Directory.CreateDirectory(folder);
            return new Journal(new StreamWriter(path, append: true) { AutoFlush = true }, details, time);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UserError($"The log file '{path}' cannot be written: {error.Message.TrimEnd('.')}. Name another with --log-file-path.", error);
        }
    }

    /// <summary>Logs a line.</summary>
    public void Log(string line)
    {
        lock (_lock)
            _file?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_time.GetUtcNow():yyyy-MM-dd'T'HH:mm:ss.fff'Z'} {line}"));
    }

    /// <summary>Logs a line and shows it to people who want details.</summary>
    public void Detail(string line)
    {
        Log(line);
        _details.WriteLine(line);
    }

    /// <summary>Logs an error with its stack trace; to be called as an exception filter.</summary>
    /// <returns>False, so that the error goes on.</returns>
    public bool Failed(Exception error)
    {
        Log($"error: {error}");
        return false;
    }

    /// <inheritdoc/>
    public void Dispose() => _file?.Dispose();
}
