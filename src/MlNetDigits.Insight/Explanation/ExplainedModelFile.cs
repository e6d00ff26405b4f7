using Microsoft.ML;
using MlNetDigits.Networks.Onnx;
using MlNetDigits.Pipelines;
using MlNetDigits.Recognition;

namespace MlNetDigits.Explanation;

/// <summary>Reads the graph of a model, of ONNX or of ML.NET's zip.</summary>
internal static class ExplainedModelFile
{
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is no model.</exception>
    public static OnnxModel Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (Directory.Exists(path)) throw new InvalidDataException($"'{path}' is a folder, not a model. Name the .onnx or .zip file in it.");
        if (!File.Exists(path)) throw new FileNotFoundException($"The model '{path}' does not exist. Train one, or name another file.", path);
        byte[] bytes = File.ReadAllBytes(path);
        if (!bytes.AsSpan().StartsWith("PK"u8)) return OnnxModel.Load(path);

        var ml = new MLContext();
        ITransformer model = DigitModelFile.Load(ml, path);
        try
        {
            return ml.Model.ToOnnx(model, ml.Data.LoadFromEnumerable(Array.Empty<DigitImage>()).Schema);
        }
        catch (NotSupportedException exception)
        {
            throw new InvalidDataException($"'{path}' cannot be explained: {exception.Message}", exception);
        }
        finally
        {
            (model as IDisposable)?.Dispose();
        }
    }
}
