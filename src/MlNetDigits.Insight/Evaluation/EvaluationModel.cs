using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetDigits.Mapping;
using MlNetDigits.Networks.Onnx;
using MlNetDigits.Scoring;

namespace MlNetDigits.Evaluation;

/// <summary>Loads any model that classifies images: ONNX, or a zip that ML.NET saved.</summary>
public static class EvaluationModel
{
    private const int Probed = 3;

    /// <summary>Loads the part of a model that scores; dispose it if it is disposable.</summary>
    /// <param name="ml">The context.</param>
    /// <param name="path">File of the model.</param>
    /// <param name="images">Data whose columns the model takes.</param>
    /// <param name="options">Names of the columns.</param>
    /// <param name="mapping">How an ONNX model of another program takes pixels and answers; default null: as it says itself.</param>
    /// <returns>A transformer that adds a probability for each class.</returns>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is damaged, or its outputs are no classes.</exception>
    public static ITransformer Load(MLContext ml, string path, IDataView images, ScoringOptions? options = null, ModelMapping? mapping = null)
    {
        ArgumentNullException.ThrowIfNull(ml);
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(images);
        options ??= new ScoringOptions();
        if (!File.Exists(path))
            throw new FileNotFoundException($"The model '{path}' does not exist: train one, or name another file.", path);
        byte[] bytes = File.ReadAllBytes(path);
        var columns = new ScoredColumns(options.PixelsColumnName, options.ScoreColumnName, null, options.DigitScoreColumnName);
        ITransformer? model = null;
        try
        {
            model = mapping is null && bytes.AsSpan().StartsWith("PK"u8) ? ScoringZip.Load(ml, bytes, images, columns) : LoadOnnx(ml, bytes, images, columns, mapping);
            RequireProbabilities(ml, model, images, ImageScorer.FindScore(model.GetOutputSchema(images.Schema), options.ScoreColumnName).Name);
            return model;
        }
        catch (Exception error) when (error is not (OutOfMemoryException or PlatformNotSupportedException or DllNotFoundException or TypeInitializationException or BadImageFormatException))
        {
            (model as IDisposable)?.Dispose();
            throw new InvalidDataException($"'{path}' cannot be evaluated: {error.Message.ReplaceLineEndings(" ").Split(" (Parameter")[0].TrimEnd('.', ' ')}.", error);
        }
    }

    private static ITransformer LoadOnnx(MLContext ml, byte[] bytes, IDataView images, ScoredColumns columns, ModelMapping? mapping)
    {
        OnnxModel model = OnnxModel.Parse(bytes);
        bool isMapped = mapping is not null || !model.Graph.Inputs.Any(input => input.Name == columns.Input) || !model.Graph.Outputs.Any(output => output.Name == columns.Score);
        if (!isMapped || columns is not { Input: MappedGraph.Pixels, Score: MappedGraph.Score })
            return ScoringSteps.Load(ml, bytes, model, images, columns);
        OnnxModel mapped = MappedGraph.Map(model, mapping);
        return ScoringSteps.Load(ml, mapped.ToBytes(), mapped, images, columns);
    }

    private static void RequireProbabilities(MLContext ml, ITransformer model, IDataView images, string score)
    {
        foreach (float[] scores in model.Transform(ml.Data.TakeRows(images, Probed)).GetColumn<float[]>(score))
            Probabilities.Require(scores);
    }
}
