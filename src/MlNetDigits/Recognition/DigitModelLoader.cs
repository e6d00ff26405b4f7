using System.Diagnostics.Metrics;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.ML;
using Microsoft.Extensions.Primitives;
using Microsoft.ML;
using MlNetDigits.Mapping;

namespace MlNetDigits.Recognition;

/// <summary>Gives a pool its digit model and a newer one when the file changes; a bad file leaves the old one.</summary>
internal sealed class DigitModelLoader : ModelLoader, IDisposable
{
    private static readonly Action<ILogger, string, Exception?> LogReloaded =
        LoggerMessage.Define<string>(LogLevel.Information, new EventId(1, "DigitModelReloaded"), "The digit model '{Path}' was loaded anew.");

    private static readonly Action<ILogger, string, Exception?> LogRefused =
        LoggerMessage.Define<string>(LogLevel.Warning, new EventId(2, "DigitModelRefused"), "The digit model '{Path}' changed but cannot be loaded; the old one stays in use, and the file is tried again.");

    private static readonly Meter Meter = new("MlNetDigits");
    private static readonly Counter<long> Loads = Meter.CreateCounter<long>("mlnet_digits.model.loads", "{load}", "Model files that changed, by whether they were taken.");

    private readonly MLContext _ml;
    private readonly ILogger _log;
    private readonly string _path;
    private readonly ModelMapping? _mapping;
    private readonly Timer? _timer;
    private (string Target, DateTime Written, long Length) _stamp;
    private (string Target, DateTime Written, long Length)? _refused;
    private string? _tried;
    private volatile ITransformer _model;
    private volatile ModelReloadToken _token = new();
    private int _looking;

    /// <summary>Loads the model.</summary>
    /// <exception cref="InvalidDataException">The file is damaged or is another kind of model.</exception>
    public DigitModelLoader(MLContext ml, ILogger log, DigitRecognitionOptions options)
    {
        _ml = ml;
        _log = log;
        _path = Path.GetFullPath(options.ModelPath);
        _mapping = options.Mapping;
        _stamp = Stamp();
        _model = DigitModelFile.Load(ml, _path, _mapping);
        if (options.ReloadInterval != Timeout.InfiniteTimeSpan)
            _timer = new Timer(_ => Look(), null, options.ReloadInterval, options.ReloadInterval);
    }

    public override ITransformer GetModel() => _model;

    public override IChangeToken GetReloadToken() => _token;

    public void Dispose() => _timer?.Dispose();

    private void Look()
    {
        if (Interlocked.Exchange(ref _looking, 1) == 1)
            return;
        (string, DateTime, long) stamp = default;
        try
        {
            // Between removal and arrival of the new file there is none.
            if (!File.Exists(_path))
                return;
            stamp = Stamp();
            if (stamp == _stamp)
                return;
            // The same bytes would be refused again, or are in use; they are read again, since more may have been written.
            byte[] bytes = File.ReadAllBytes(_path);
            var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
            if (hash == _tried)
            {
                // Written again as it is in use, it need not be read at every look.
                if (_refused is null)
                    _stamp = stamp;
                return;
            }

            _tried = hash;
            _model = DigitModelFile.Load(_ml, _path, bytes, _mapping);
            // Kept only now, so that a file that was locked or half written is tried again.
            (_stamp, _refused) = (stamp, null);
            Count("taken");
            LogReloaded(_log, _path, null);
            var old = _token;
            _token = new ModelReloadToken();
            old.OnReload();
        }
        catch (Exception exception)
        {
            Refuse(stamp, exception);
        }
        finally
        {
            Volatile.Write(ref _looking, 0);
        }
    }

    /// <summary>Tells of each state of the file once, however often it is tried.</summary>
    private void Refuse((string, DateTime, long) stamp, Exception exception)
    {
        if (stamp == _refused)
            return;
        _refused = stamp;
        Count("refused");
        LogRefused(_log, _path, exception);
    }

    private void Count(string result) => Loads.Add(1, new("file", Path.GetFileName(_path)), new("result", result));

    /// <summary>What tells a changed file from an unchanged one without reading it; links to it and to its folders are followed.</summary>
    private (string, DateTime, long) Stamp()
    {
        var file = new FileInfo(Target(_path));
        return file.Exists ? (file.FullName, file.LastWriteTimeUtc, file.Length) : default;
    }

    private static string Target(string path)
    {
        if (Path.GetDirectoryName(path) is not { } folder)
            return path;
        var here = Path.Combine(Target(folder), Path.GetFileName(path));
        return File.ResolveLinkTarget(here, returnFinalTarget: true) is { } target ? Target(target.FullName) : here;
    }
}
