using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.ML;

namespace Microsoft.Extensions.ML;

/// <summary>Gives the pools a context unless the options have one, and passes its messages to the log.</summary>
internal sealed class SharedContext(ILogger<MLContext> log) : IPostConfigureOptions<MLOptions>
{
    public void PostConfigure(string name, MLOptions options)
    {
        options.MLContext ??= new MLContext();
        options.MLContext.Log += (_, message) => PoolLog.FromContext(log, message.Message);
    }
}
