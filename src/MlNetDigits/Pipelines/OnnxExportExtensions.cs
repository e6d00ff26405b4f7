using Microsoft.ML;
using MlNetDigits.Networks.Onnx;
using MlNetDigits.Scoring;

namespace MlNetDigits.Pipelines;

/// <summary>Turns a fitted chain into one ONNX file.</summary>
public static class OnnxExportExtensions
{
    /// <summary>Joins the ONNX steps of a fitted chain into one model that takes the first step's input.</summary>
    /// <param name="catalog">The catalog of model operations.</param>
    /// <param name="model">A fitted chain; steps that only concern the label are left out.</param>
    /// <param name="inputSchema">Schema of the data that the chain takes.</param>
    /// <returns>The model: for digits <c>Pixels</c> float [N, 1, 28, 28] of 0-255 to <c>Score</c> and <c>PredictedLabel</c>.</returns>
    /// <exception cref="NotSupportedException">A step that makes or replaces a column of the ONNX steps is none itself, or there is no ONNX step.</exception>
    public static OnnxModel ToOnnx(this ModelOperationsCatalog catalog, ITransformer model, DataViewSchema inputSchema)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(inputSchema);
        return OnnxSteps.Join(catalog, model, inputSchema);
    }

    /// <summary>Joins the ONNX steps of a fitted chain into one file, replaced atomically.</summary>
    /// <param name="catalog">The catalog of model operations.</param>
    /// <param name="model">A fitted chain.</param>
    /// <param name="inputSchema">Schema of the data that the chain takes.</param>
    /// <param name="path">The file to write.</param>
    /// <param name="metadata">Facts to keep in the file; default none.</param>
    /// <exception cref="NotSupportedException">The chain cannot be joined.</exception>
    /// <exception cref="IOException">The file cannot be written; an older one stays as it was.</exception>
    public static void ExportOnnx(this ModelOperationsCatalog catalog, ITransformer model, DataViewSchema inputSchema, string path, IReadOnlyDictionary<string, string>? metadata = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        OnnxModel joined = catalog.ToOnnx(model, inputSchema);
        foreach ((string key, string value) in metadata ?? new Dictionary<string, string>()) joined.Metadata[key] = value;
        try
        {
            joined.Save(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"The model '{Path.GetFullPath(path)}' cannot be written: {exception.Message} Make room, or name a file in an existing folder that you may write to.", exception);
        }
    }
}
