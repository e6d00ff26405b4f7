using MlNetDigits.Datasets;
using MlNetDigits.Networks.Onnx;
using MlNetDigits.Pipelines;

namespace MlNetDigits.Console.Commands;

/// <summary>How pictures become images that a model understands: as asked, as its metadata say, else as digits.</summary>
internal static class ModelNormalization
{
    /// <summary>Completes a dataset's settings with what the model needs; MNIST is as it is.</summary>
    /// <param name="settings">What the command line says.</param>
    /// <param name="path">The model's file.</param>
    public static DatasetSettings For(DatasetSettings settings, string path) =>
        settings.IsMnist ? settings : settings with { Normalization = Find(settings.Normalization, path).ToString() };

    /// <summary>Finds the normalization.</summary>
    /// <param name="asked">What the command line says, or null.</param>
    /// <param name="path">The model's file.</param>
    public static ImageNormalization Find(string? asked, string path)
    {
        if (asked is not null)
            return Enum.Parse<ImageNormalization>(asked, ignoreCase: true);

        // A zip has no room for metadata, but 'train' writes the ONNX file beside it.
        string onnx = Path.GetExtension(path).Equals(".zip", StringComparison.OrdinalIgnoreCase) ? Path.ChangeExtension(path, ".onnx") : path;
        return File.Exists(onnx) && OnnxModel.Load(onnx).Metadata.TryGetValue(ModelMetadata.Normalization, out string? kept) && Enum.TryParse(kept, ignoreCase: true, out ImageNormalization normalization)
            ? normalization : ImageNormalization.Digit;
    }
}
