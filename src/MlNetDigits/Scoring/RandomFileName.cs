using Microsoft.ML.OnnxRuntime;

namespace MlNetDigits.Scoring;

/// <summary>Mends what comes of ML.NET's writing a graph into a file of a random name: one in 32,768 ends with .ort, which ONNX Runtime takes for another format.</summary>
internal static class RandomFileName
{
    private const int Tries = 3;
    private const string OtherFormat = "ORT model verification failed";

    /// <summary>Calls what writes and loads the file, again if the name was such a one.</summary>
    /// <param name="load">What loads; called up to three times.</param>
    public static T Load<T>(Func<T> load)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return load();
            }
            catch (Exception exception) when (attempt < Tries && exception.GetBaseException() is OnnxRuntimeException cause && cause.Message.Contains(OtherFormat, StringComparison.Ordinal))
            {
                // The next name is another.
            }
        }
    }
}
