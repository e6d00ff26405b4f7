using Microsoft.Extensions.Logging;

namespace Microsoft.Extensions.ML;

/// <summary>The messages of pools and their loaders.</summary>
internal static class PoolLog
{
    private static readonly Action<ILogger, string, Exception> _fromContext =
        LoggerMessage.Define<string>(LogLevel.Trace, new EventId(1, "MLContext"), "{Message}");

    private static readonly Action<ILogger, string, Exception> _loaded =
        LoggerMessage.Define<string>(LogLevel.Information, new EventId(102, "ModelReloaded"), "The model was loaded anew from {Source}.");

    private static readonly Action<ILogger, string, Exception> _failed =
        LoggerMessage.Define<string>(LogLevel.Error, new EventId(103, "ModelReloadFailed"), "The model could not be loaded anew from {Source}; the one in use stays.");

    private static readonly Action<ILogger, string, Exception> _unwatched =
        LoggerMessage.Define<string>(LogLevel.Warning, new EventId(104, "NoFileEvents"), "The system gives no events for {Source}; it is looked at every few seconds.");

    public static void FromContext(ILogger log, string message) => _fromContext(log, message, null);

    public static void Loaded(ILogger log, string source) => _loaded(log, source, null);

    public static void Failed(ILogger log, string source, Exception error) => _failed(log, source, error);

    public static void Unwatched(ILogger log, string source, Exception error) => _unwatched(log, source, error);
}
