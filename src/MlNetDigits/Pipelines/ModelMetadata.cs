using System.Globalization;
using Microsoft.ML.Data;
using MlNetDigits.Datasets;
using MlNetDigits.Networks;
using MlNetDigits.Networks.Onnx;
using MlNetDigits.Scoring;
using MlNetDigits.Training;

namespace MlNetDigits.Pipelines;

/// <summary>The facts that an exported model keeps about its training.</summary>
public static class ModelMetadata
{
    /// <summary>Key of the <see cref="TrainingRecipe"/> that trains the model anew.</summary>
    public const string Recipe = "recipe";

    /// <summary>Key of the SHA-256 of the training rows' labels and pixels.</summary>
    public const string TrainingDataHash = "trainSha256";

    /// <summary>Key of the SHA-256 of the validation rows' labels and pixels, where they were no share of the training rows.</summary>
    public const string ValidationDataHash = "validationSha256";

    /// <summary>Key of the command line that trains the model anew.</summary>
    public const string Command = "command";

    /// <summary>Key of the seeds of several runs, the kept one among them, between commas.</summary>
    public const string RunSeeds = "runs.seed";

    /// <summary>Key of the runs' test accuracies, in the order of seeds, between commas.</summary>
    public const string RunAccuracies = "runs.test.microAccuracy";

    /// <summary>Key of what is known of the networks that the model learned from.</summary>
    public const string Teachers = "teachers";

    /// <summary>Key of the dataset that the model learned, where it is not MNIST.</summary>
    public const string Dataset = "dataset";

    /// <summary>Key of where the test images came from, where the dataset is not MNIST.</summary>
    public const string TestOrigin = "dataset.test";

    /// <summary>Key of how pictures become images that the model understands; without it as digits.</summary>
    public const string Normalization = ImageForm.NormalizationKey;

    /// <summary>Key of which of ink and paper is brighter in the images; without it now this, now that.</summary>
    public const string Polarity = ImageForm.PolarityKey;

    /// <summary>Key of the number of classes, where the dataset is not MNIST.</summary>
    public const string Classes = "classes";

    /// <summary>Key of the name of the class whose images are refused, where there is one.</summary>
    public const string Rejection = NetworkExporter.RejectionKey;

    /// <summary>Key of the share of validation digits that were refused at a digit score of 0.5.</summary>
    public const string RefusedDigits = "validation.refusedDigits";

    /// <summary>Key of the share of validation images of no digit that were refused at a digit score of 0.5.</summary>
    public const string RefusedOthers = "validation.refusedOthers";

    /// <summary>Key of the share of test digits that were refused at a digit score of 0.5.</summary>
    public const string TestRefusedDigits = "test.refusedDigits";

    /// <summary>Key of the share of test images of no digit that were refused at a digit score of 0.5.</summary>
    public const string TestRefusedOthers = "test.refusedOthers";

    /// <summary>Reads the facts that a model's file keeps.</summary>
    /// <param name="path">An ONNX file, or a zip that ML.NET saved, which has the facts of its ONNX steps.</param>
    /// <returns>Texts by key; none for a model that keeps none.</returns>
    /// <exception cref="IOException">The file is missing or cannot be read.</exception>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    public static IReadOnlyDictionary<string, string> Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        byte[] bytes = File.ReadAllBytes(path);
        try
        {
            return bytes.AsSpan().StartsWith("PK"u8) ? ZippedGraphs.Facts(bytes) : new Dictionary<string, string>(OnnxModel.Parse(bytes).Metadata);
        }
        catch (InvalidDataException error)
        {
            throw new InvalidDataException($"The model '{path}' cannot be read: {error.Message.ReplaceLineEndings(" ")} Train or export it again, or name another file.", error);
        }
    }

    /// <summary>Collects the facts of a trainer's last fit; equal trainings give equal facts.</summary>
    /// <param name="trainer">A trainer after its fit.</param>
    /// <param name="test">Metrics of the fitted model on test data; default none.</param>
    /// <returns>Texts by key, named as in <c>metrics.json</c>: <c>architecture</c>, <c>parameters</c>, <c>recipe</c>, <c>trainSha256</c>, <c>test.microAccuracy</c> and so on.</returns>
    /// <exception cref="InvalidOperationException">The trainer has not been fitted.</exception>
    public static IReadOnlyDictionary<string, string> Describe(ConvolutionalNetworkTrainer trainer, MulticlassClassificationMetrics? test = null)
    {
        ArgumentNullException.ThrowIfNull(trainer);
        if (trainer is not { Network: { } network, Result: { } result, TrainingDataHash: { } hash })
            throw new InvalidOperationException("The trainer has no network yet: fit its chain before describing the model.");

        var facts = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["architecture"] = network.Architecture,
            ["parameters"] = Text(trainer.Networks.Sum(member => (long)member.ParameterCount)),
            ["libraryVersion"] = typeof(ModelMetadata).Assembly.GetName().Version!.ToString(3),
            [Recipe] = TrainingRecipe.ToJson(trainer.Options),
            [TrainingDataHash] = hash,
            ["trainImages"] = Text(trainer.TrainingImages),
            ["validationImages"] = Text(trainer.ValidationImages),
            ["seed"] = Text(trainer.Options.Seed),
            ["epochs"] = Text(result.History.Count),
            ["bestEpoch"] = Text(result.BestEpoch),
        };
        if (trainer.Networks.Count > 1)
        {
            facts["ensemble"] = Text(trainer.Networks.Count);
            facts["bestEpoch"] = string.Join(',', result.History.GroupBy(epoch => epoch.Member).Select(member => Text(member.Last(epoch => epoch.IsBest).Epoch)));
        }

        if (trainer.Options.Distillation is { } distillation)
            facts[Teachers] = FormattableString.Invariant($"{distillation.Teachers.Count} network{(distillation.Teachers.Count > 1 ? "s" : "")}, weight {distillation.Weight}, temperature {distillation.Temperature}, SHA-256 of weights {distillation.TeachersHash}");
        if (trainer.ValidationDataHash is { } validationHash)
            facts[ValidationDataHash] = validationHash;
        if (trainer.Validation is { } validation)
        {
            facts["validation.microAccuracy"] = Text(validation.MicroAccuracy);
            facts["validation.logLoss"] = Text(validation.LogLoss);
        }

        if (trainer.Options.RejectionClass is { } rejection)
            facts[Rejection] = rejection;
        if (trainer.Calibration is { } calibration)
        {
            facts["calibration.temperature"] = Text(calibration.Temperature);
            facts["calibration.shift"] = Text(calibration.Shift);
        }

        if (trainer.Validation?.Rejection?.DigitShare is { } refusedDigits)
            facts[RefusedDigits] = Text(refusedDigits);
        if (trainer.Validation?.Rejection?.OtherShare is { } refusedOthers)
            facts[RefusedOthers] = Text(refusedOthers);

        if (test is not null)
        {
            facts["test.microAccuracy"] = Text(test.MicroAccuracy);
            facts["test.macroAccuracy"] = Text(test.MacroAccuracy);
            facts["test.logLoss"] = Text(test.LogLoss);
        }

        return facts;
    }

    private static string Text(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);
}
