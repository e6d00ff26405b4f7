using System.Buffers.Binary;
using System.IO.Compression;
using Microsoft.ML;
using Microsoft.ML.Transforms.Onnx;
using MlNetDigits.Networks.Onnx;
using MlNetDigits.Recognition;

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
        OnnxModel? joined = null;
        var foreign = new Dictionary<string, ITransformer>();
        foreach (ITransformer step in Steps(model))
        {
            DataViewSchema outputSchema = step.GetOutputSchema(inputSchema);
            if (step is OnnxTransformer)
            {
                OnnxModel next = Extract(catalog, step);
                foreach (OnnxValueInfo input in next.Graph.Inputs)
                {
                    if (foreign.TryGetValue(input.Name, out ITransformer? maker))
                        throw new NotSupportedException($"The column '{input.Name}' comes from a {maker.GetType().Name}, which has no ONNX graph here: make it before the chain, or with NormalizePixels.");
                }

                joined = joined is null ? next : Join(joined, next);
                foreach (OnnxValueInfo output in next.Graph.Outputs) foreign.Remove(output.Name);
            }
            else
            {
                for (int column = inputSchema.Count; column < outputSchema.Count; column++) foreign[outputSchema[column].Name] = step;
            }

            inputSchema = outputSchema;
        }

        if (joined is null) throw new NotSupportedException("The chain has no ONNX step: fit NormalizePixels and ConvolutionalNetwork, then export.");
        foreach (OnnxValueInfo output in joined.Graph.Outputs)
        {
            if (foreign.TryGetValue(output.Name, out ITransformer? maker))
                throw new NotSupportedException($"The column '{output.Name}' is replaced by a {maker.GetType().Name}, which has no ONNX graph here: export without it, or let it make a column of another name.");
        }

        return joined;
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

    private static IEnumerable<ITransformer> Steps(ITransformer model) => model switch
    {
        IEnumerable<ITransformer> chain => chain.SelectMany(Steps),
        NetworkTransformer network => [network.Onnx],
        _ => [model],
    };

    private static OnnxModel Join(OnnxModel first, OnnxModel second)
    {
        string[] shared = [.. first.Graph.Outputs.Select(output => output.Name).Intersect(second.Graph.Inputs.Select(input => input.Name))];
        if (shared.Length == 0)
            throw new NotSupportedException($"The ONNX steps '{first.Graph.Name}' and '{second.Graph.Name}' share no column, so they cannot be joined: export them one by one.");
        return OnnxModel.Join(first, second, shared.ToDictionary(name => name));
    }

    /// <summary>Takes the ONNX bytes from where ML.NET saves them: the zip entry <c>OnnxModel</c>, behind its length.</summary>
    private static OnnxModel Extract(ModelOperationsCatalog catalog, ITransformer step)
    {
        using var saved = new MemoryStream();
        catalog.Save(step, null, saved);
        using var archive = new ZipArchive(saved, ZipArchiveMode.Read);
        ZipArchiveEntry entry = archive.Entries.First(candidate => candidate.Name == "OnnxModel");
        using Stream content = entry.Open();
        using var copy = new MemoryStream();
        content.CopyTo(copy);
        ReadOnlySpan<byte> bytes = copy.GetBuffer().AsSpan(0, (int)copy.Length);
        if (bytes.Length >= 4 && BinaryPrimitives.ReadInt32LittleEndian(bytes) == bytes.Length - 4) bytes = bytes[4..];
        return OnnxModel.Parse(bytes);
    }
}
