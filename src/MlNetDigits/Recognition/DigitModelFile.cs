using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetDigits.Mnist;
using MlNetDigits.Networks.Onnx;
using MlNetDigits.Scoring;

namespace MlNetDigits.Recognition;

/// <summary>Loads a digit model from ONNX or from ML.NET's zip and checks that it is one.</summary>
internal static class DigitModelFile
{
    private const string Mend = "Train or export it again, or name another file.";

    private static readonly ScoredColumns Columns = new(nameof(DigitImage.Pixels), nameof(DigitPrediction.Score), nameof(DigitPrediction.PredictedLabel));

    /// <summary>Loads what takes <see cref="DigitImage"/> and gives <see cref="DigitPrediction"/>.</summary>
    /// <param name="ml">The context.</param>
    /// <param name="path">An ONNX file or a zip.</param>
    /// <param name="areDigitsAlone">Whether the classes must be ten; default any number from 2 on.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is damaged or is another kind of model.</exception>
    public static ITransformer Load(MLContext ml, string path, bool areDigitsAlone = false) =>
        Read(path, (bytes, graph) => LoadChain(ml, path, bytes, graph, areDigitsAlone));

    /// <summary>Loads a model for its answers alone, by the network engine where it knows the network, else by ML.NET.</summary>
    /// <param name="path">An ONNX file or a zip.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is damaged or is another kind of model.</exception>
    public static IDigitModel Load(string path) => Read<IDigitModel>(path, (bytes, graph) =>
    {
        if (graph is not null && ScoringGraph.TryReadNetwork(bytes, graph, Columns) is { } network)
        {
            if (network.Scorer.Pixels == MnistView.PixelCount)
                return new GraphModel(network);
            network.Scorer.Dispose();
        }

        var ml = new MLContext();
        return new ChainModel(ml, LoadChain(ml, path, bytes, graph, areDigitsAlone: false));
    });

    private static T Read<T>(string path, Func<byte[], OnnxModel?, T> load)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (Directory.Exists(path))
            throw new InvalidDataException($"'{path}' is a folder, not a model. Name the .onnx or .zip file in it.");
        if (!File.Exists(path))
            throw new FileNotFoundException($"The model '{path}' does not exist. Train one, or name another file.", path);

        var bytes = File.ReadAllBytes(path);
        try
        {
            return load(bytes, bytes.AsSpan().StartsWith("PK"u8) ? null : OnnxModel.Parse(bytes));
        }
        catch (Exception exception) when (!IsOfThePlatform(exception))
        {
            if (exception is InvalidDataException && exception.Message.StartsWith($"'{path}'", StringComparison.Ordinal))
                throw;
            throw new InvalidDataException($"'{path}' is not a sound digit model: {exception.Message.ReplaceLineEndings(" ").TrimEnd('.', ' ')}. {Mend}", exception);
        }
    }

    private static ITransformer LoadChain(MLContext ml, string path, byte[] bytes, OnnxModel? graph, bool areDigitsAlone)
    {
        var noImages = ml.Data.LoadFromEnumerable(Array.Empty<DigitImage>());
        ITransformer model = graph is null ? ScoringZip.Load(ml, bytes, noImages, Columns) : ScoringSteps.Load(ml, bytes, graph, noImages, Columns);
        try
        {
            CheckOutput(model.GetOutputSchema(noImages.Schema), path, areDigitsAlone);
            CheckAnswer(ml, model, path);
            DigitModelDescription.Attach(model, bytes, graph);
            return model;
        }
        catch
        {
            (model as IDisposable)?.Dispose();
            throw;
        }
    }

    private static void CheckOutput(DataViewSchema schema, string path, bool areDigitsAlone)
    {
        if (schema.GetColumnOrNull(nameof(DigitPrediction.Score))?.Type is not VectorDataViewType { Size: >= 2 } score || (areDigitsAlone && score.Size != 10) || score.ItemType != NumberDataViewType.Single)
            throw new InvalidDataException($"'{path}' is not a digit model: it gives no 'Score' of 10 floats{(areDigitsAlone ? "" : ", nor of any other number from 2 on")}. {Mend}");
        if (schema.GetColumnOrNull(nameof(DigitPrediction.PredictedLabel))?.Type is not VectorDataViewType { Size: 1 } label || label.ItemType != NumberDataViewType.Int64)
            throw new InvalidDataException($"'{path}' is not a digit model: it gives no 'PredictedLabel' of one 64-bit integer. {Mend}");
    }

    /// <summary>Damage that leaves a file readable shows in what it says of an empty sheet.</summary>
    private static void CheckAnswer(MLContext ml, ITransformer model, string path)
    {
        var sum = DigitBatch.Predict(ml, model, [new DigitImage()])[0].Score.Sum();
        if (!float.IsFinite(sum))
            throw new InvalidDataException(FormattableString.Invariant($"'{path}' is not a sound digit model: its probabilities add up to {sum}. {Mend}"));
    }

    private static bool IsOfThePlatform(Exception exception) =>
        exception is OutOfMemoryException or PlatformNotSupportedException or DllNotFoundException or TypeInitializationException or BadImageFormatException;
}
