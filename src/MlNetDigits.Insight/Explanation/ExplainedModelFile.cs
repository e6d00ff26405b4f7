using Microsoft.ML;
using MlNetDigits.Mapping;
using MlNetDigits.Networks.Onnx;
using MlNetDigits.Pipelines;
using MlNetDigits.Recognition;

namespace MlNetDigits.Explanation;

/// <summary>Reads the graph of a model, of ONNX or of ML.NET's zip.</summary>
internal static class ExplainedModelFile
{
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is no model.</exception>
    public static OnnxModel Load(string path, ModelMapping? mapping)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (Directory.Exists(path)) throw new InvalidDataException($"'{path}' is a folder, not a model. Name the .onnx or .zip file in it.");
        if (!File.Exists(path)) throw new FileNotFoundException($"The model '{path}' does not exist. Train one, or name another file.", path);
        if (mapping is null && IsZip(path)) return LoadZip(path);
        try
        {
            OnnxModel model = OnnxModel.Load(path);
            return mapping is null && IsExplained(model) ? model : MappedGraph.Map(model, mapping);
        }
        catch (InvalidDataException exception) when (!exception.Message.Contains(path, StringComparison.Ordinal))
        {
            throw new InvalidDataException($"'{path}' cannot be explained: {exception.Message}.", exception);
        }
    }

    private static bool IsZip(string path)
    {
        using FileStream file = File.OpenRead(path);
        return file.ReadByte() == 'P' && file.ReadByte() == 'K';
    }

    /// <summary>Explaining needs the probabilities' name alone.</summary>
    private static bool IsExplained(OnnxModel model) => model.Graph.Outputs.Any(output => output.Name == MappedGraph.Score);

    private static OnnxModel LoadZip(string path)
    {
        var ml = new MLContext();
        ITransformer model = DigitModelFile.Load(ml, path, mapping: null);
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
