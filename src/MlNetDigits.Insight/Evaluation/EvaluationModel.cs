using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetDigits.Networks.Onnx;
using MlNetDigits.Scoring;

namespace MlNetDigits.Evaluation;

/// <summary>Loads any model that classifies images: ONNX, or a zip that ML.NET saved.</summary>
public static class EvaluationModel
{
    /// <summary>Loads the part of a model that scores; dispose it if it is disposable.</summary>
    /// <param name="ml">The context.</param>
    /// <param name="path">File of the model.</param>
    /// <param name="images">Data whose columns the model takes.</param>
    /// <param name="options">Names of the columns.</param>
    /// <returns>A transformer that adds a probability for each class.</returns>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is damaged, or its outputs are no classes.</exception>
    public static ITransformer Load(MLContext ml, string path, IDataView images, ScoringOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(ml);
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(images);
        options ??= new ScoringOptions();
        if (!File.Exists(path))
            throw new FileNotFoundException($"The model '{path}' does not exist: train one, or name another file.", path);
        byte[] bytes = File.ReadAllBytes(path);
        ITransformer? model = null;
        try
        {
            model = bytes.AsSpan().StartsWith("PK"u8) ? ScoringZip.Load(ml, bytes, images, new ScoredColumns(options.PixelsColumnName, options.ScoreColumnName, null)) : LoadOnnx(ml, bytes, images, options);
            ImageScorer.FindScore(model.GetOutputSchema(images.Schema), options.ScoreColumnName);
            return model;
        }
        catch (Exception error) when (error is not (OutOfMemoryException or PlatformNotSupportedException or DllNotFoundException or TypeInitializationException or BadImageFormatException))
        {
            (model as IDisposable)?.Dispose();
            throw new InvalidDataException($"'{path}' cannot be evaluated: {error.Message.ReplaceLineEndings(" ").Split(" (Parameter")[0].TrimEnd('.', ' ')}.", error);
        }
    }

    private static ITransformer LoadOnnx(MLContext ml, byte[] bytes, IDataView images, ScoringOptions options)
    {
        OnnxModel model = OnnxModel.Parse(bytes);
        OnnxGraph graph = model.Graph;
        Require(graph.Outputs, options.ScoreColumnName, "gives", "a probability for each class");
        Require(graph.Inputs, options.PixelsColumnName, "takes", "raw pixels");
        ITransformer onnx = ml.Transforms.ApplyOnnxModel([options.ScoreColumnName], [options.PixelsColumnName], new MemoryStream(bytes)).Fit(images);
        return ScoringSteps.Choose(ml, onnx, bytes, model, new ScoredColumns(options.PixelsColumnName, options.ScoreColumnName, null));
    }

    private static void Require(IReadOnlyList<OnnxValueInfo> values, string name, string verb, string purpose)
    {
        if (!values.Any(value => value.Name == name))
            throw new InvalidDataException($"it {verb} {string.Join(", ", values.Select(value => $"'{value.Name}'"))}, but no '{name}' as {purpose}; use a model that classifies images");
    }
}
