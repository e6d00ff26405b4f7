using Microsoft.Extensions.Logging;
using Microsoft.ML;

namespace Microsoft.Extensions.ML;

/// <summary>
/// Loads a model from a file and again when the file changes: overwritten in place, or replaced by a rename.
/// Events of the file system only hasten the look that a timer takes every few seconds anyway.
/// </summary>
internal sealed class FileModelLoader : ReloadingModelLoader
{
    private static readonly TimeSpan _settling = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan _period = TimeSpan.FromSeconds(3);

    private readonly string _path;
    private readonly FileSystemWatcher _watcher;
    private readonly Timer _timer;
    private readonly Lock _gate = new();
    private (string Target, DateTime Written, long Length) _stamp;
    // The first look reads the file in any case: a change right after loading may bear the same time of the file system's coarse clock.
    private bool _hinted = true;
    private bool _disposed;

    public FileModelLoader(MLContext context, ILogger log, string path, bool watch) : base(context, log)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path, "filePath");
        if (!File.Exists(path))
            throw new ArgumentException($"The provided model file {path} doesn't exist.", "filePath");
        _path = Path.GetFullPath(path);
        _stamp = Stamp();
        LoadFirst(File.ReadAllBytes(_path));
        if (!watch)
            return;
        _timer = new Timer(_ => Look());
        _watcher = Watch();
        _timer.Change(_settling, _period);
    }

    protected override string Source => _path;

    public override void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            _watcher?.Dispose();
            _timer?.Dispose();
        }
    }

    private FileSystemWatcher Watch()
    {
        FileSystemWatcher watcher = null;
        try
        {
            watcher = new FileSystemWatcher(Path.GetDirectoryName(_path), Path.GetFileName(_path));
            watcher.Changed += (_, _) => Hint();
            watcher.Created += (_, _) => Hint();
            watcher.Renamed += (_, _) => Hint();
            watcher.Error += (_, _) => Hint();
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or PlatformNotSupportedException)
        {
            PoolLog.Unwatched(Log, _path, e);
            watcher?.Dispose();
            return null;
        }
    }

    /// <summary>Has the timer look soon, once the file has been quiet for a moment.</summary>
    private void Hint()
    {
        lock (_gate)
        {
            _hinted = true;
            if (!_disposed)
                _timer.Change(_settling, _period);
        }
    }

    private void Look()
    {
        lock (_gate)
        {
            if (_disposed)
                return;
            try
            {
                var stamp = Stamp();
                if (!_hinted && stamp == _stamp)
                    return;
                _hinted = false;
                var bytes = File.ReadAllBytes(_path);
                // Kept only after reading, so that a locked file is tried again.
                _stamp = stamp;
                Reload(bytes);
            }
            catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
            {
                // Between the removal of the old file and the arrival of the new one.
            }
            catch (Exception e)
            {
                Failed(e);
            }
        }
    }

    /// <summary>What tells a changed file from an unchanged one without reading it; links to it and to its folders are followed.</summary>
    private (string, DateTime, long) Stamp()
    {
        var folder = FollowLinks(Path.GetDirectoryName(_path));
        var path = Path.Combine(folder, Path.GetFileName(_path));
        var file = File.ResolveLinkTarget(path, returnFinalTarget: true) as FileInfo ?? new FileInfo(path);
        return file.Exists ? (file.FullName, file.LastWriteTimeUtc, file.Length) : throw new FileNotFoundException(null, _path);
    }

    private static string FollowLinks(string folder)
    {
        if (Path.GetDirectoryName(folder) is not { } parent)
            return folder;
        var path = Path.Combine(FollowLinks(parent), Path.GetFileName(folder));
        return Directory.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
    }
}
