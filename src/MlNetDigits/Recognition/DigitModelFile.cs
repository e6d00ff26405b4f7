using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetDigits.Datasets;
using MlNetDigits.Mapping;
using MlNetDigits.Mnist;
using MlNetDigits.Pipelines;
using MlNetDigits.Scoring;

namespace MlNetDigits.Recognition;

/// <summary>Loads a digit model from ONNX or from ML.NET's zip and checks that it is one.</summary>
internal static class DigitModelFile
{
    private const string Mend = "Train or export it again, or name another file.";

    private static readonly ScoredColumns Columns = new(nameof(DigitImage.Pixels), nameof(DigitPrediction.Score), nameof(DigitPrediction.PredictedLabel), nameof(DigitPrediction.DigitScore));

    /// <summary>Loads what takes <see cref="DigitImage"/> and gives <see cref="DigitPrediction"/>.</summary>
    /// <param name="ml">The context.</param>
    /// <param name="path">An ONNX file or a zip.</param>
    /// <param name="mapping">How an ONNX file of another program is to be taken; null: as it says itself.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is damaged or is another kind of model.</exception>
    public static ITransformer Load(MLContext ml, string path, ModelMapping? mapping) => Load(ml, path, ReadBytes(path), mapping);

    /// <summary>Loads what takes <see cref="DigitImage"/> and gives <see cref="DigitPrediction"/> from a file's bytes.</summary>
    /// <param name="ml">The context.</param>
    /// <param name="path">The file, for errors.</param>
    /// <param name="bytes">What it holds.</param>
    /// <param name="mapping">How an ONNX file of another program is to be taken; null: as it says itself.</param>
    /// <exception cref="InvalidDataException">The file is damaged or is another kind of model.</exception>
    public static ITransformer Load(MLContext ml, string path, byte[] bytes, ModelMapping? mapping) => Read(path, bytes, mapping, file => LoadChain(ml, file));

    /// <summary>Loads a model for its answers alone, by the network engine where it knows the network, else by ML.NET.</summary>
    /// <param name="path">An ONNX file or a zip.</param>
    /// <param name="mapping">How an ONNX file of another program is to be taken; null: as it says itself.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is damaged or is another kind of model.</exception>
    public static IDigitModel Load(string path, ModelMapping? mapping) => Read<IDigitModel>(path, ReadBytes(path), mapping, file =>
    {
        if (file.Graph is { } graph && ScoringGraph.TryReadNetwork(file.GraphBytes, graph, Columns) is { } network)
        {
            if (network.Scorer.Pixels == MnistView.PixelCount)
                return new GraphModel(network, ImageForm.Read(file.Facts));
            network.Scorer.Dispose();
        }

        var ml = new MLContext();
        return new ChainModel(ml, LoadChain(ml, file), ImageForm.Read(file.Facts));
    });

    private static byte[] ReadBytes(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (Directory.Exists(path))
            throw new InvalidDataException($"'{path}' is a folder, not a model. Name the .onnx or .zip file in it.");
        return File.Exists(path) ? File.ReadAllBytes(path) : throw new FileNotFoundException($"The model '{path}' does not exist. Train one, or name another file.", path);
    }

    private static T Read<T>(string path, byte[] bytes, ModelMapping? mapping, Func<ModelBytes, T> load)
    {
        ModelBytes file = Try(() => ModelBytes.Read(bytes), path, isSound: false);
        file = Try(() => file.Map(mapping), path, isSound: true);
        return Try(() => load(file), path, isSound: false);
    }

    private static T Try<T>(Func<T> read, string path, bool isSound)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (!IsOfThePlatform(exception))
        {
            // ONNX Runtime puts the stack of a failure into the message of the next.
            string message = exception.Message.Split("\n   at ")[0].ReplaceLineEndings(" ").TrimEnd('.', ' ');
            throw new InvalidDataException(
                isSound || message.Contains(nameof(ModelMapping), StringComparison.Ordinal) ? $"'{path}' cannot be taken as it is: {message}." : $"'{path}' is not a sound digit model: {message}. {Mend}", exception);
        }
    }

    private static ITransformer LoadChain(MLContext ml, ModelBytes file)
    {
        var noImages = ml.Data.LoadFromEnumerable(Array.Empty<DigitImage>());
        ITransformer model = file.Graph is { } graph ? ScoringSteps.Load(ml, file.GraphBytes, graph, noImages, Columns) : ScoringZip.Load(ml, file.FileBytes, noImages, Columns);
        try
        {
            DataViewSchema output = model.GetOutputSchema(noImages.Schema);
            CheckOutput(output);
            DigitImage[] probes = [.. ScoringGraph.Images(MnistView.PixelCount, divisor: 1).Chunk(MnistView.PixelCount).Select(pixels => new DigitImage { Pixels = pixels })];
            foreach (DigitPrediction prediction in DigitBatch.Predict(ml, model, probes))
                Probabilities.Require(prediction.Score);
            DigitModelDescription.Attach(model, file, output);
            return model;
        }
        catch
        {
            (model as IDisposable)?.Dispose();
            throw;
        }
    }

    private static void CheckOutput(DataViewSchema schema)
    {
        if (schema.GetColumnOrNull(nameof(DigitPrediction.Score))?.Type is not VectorDataViewType { Size: >= 2 } score || score.ItemType != NumberDataViewType.Single)
            throw new InvalidDataException("it gives no 'Score' of at least 2 floats");
        if (schema.GetColumnOrNull(nameof(DigitPrediction.PredictedLabel))?.Type is not VectorDataViewType { Size: 1 } label || label.ItemType != NumberDataViewType.Int64)
            throw new InvalidDataException("it gives no 'PredictedLabel' of one 64-bit integer");
        if (schema.GetColumnOrNull(nameof(DigitPrediction.DigitScore)) is { } digitScore && (digitScore.Type is not VectorDataViewType { Size: 1 } one || one.ItemType != NumberDataViewType.Single))
            throw new InvalidDataException($"its 'DigitScore' is {digitScore.Type}, but must be one float");
    }

    private static bool IsOfThePlatform(Exception exception) =>
        exception is OutOfMemoryException or PlatformNotSupportedException or DllNotFoundException or TypeInitializationException or BadImageFormatException;
}
