using System.Globalization;
using Microsoft.ML.Data;
using MlNetDigits.Training;

namespace MlNetDigits.Pipelines;

/// <summary>The facts that an exported model keeps about its training.</summary>
public static class ModelMetadata
{
    /// <summary>Key of the <see cref="TrainingRecipe"/> that trains the model anew.</summary>
    public const string Recipe = "recipe";

    /// <summary>Key of the SHA-256 of the training rows' labels and pixels.</summary>
    public const string TrainingDataHash = "trainSha256";

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
            ["parameters"] = Text(network.ParameterCount),
            ["libraryVersion"] = typeof(ModelMetadata).Assembly.GetName().Version!.ToString(3),
            [Recipe] = TrainingRecipe.ToJson(trainer.Options),
            [TrainingDataHash] = hash,
            ["trainImages"] = Text(trainer.TrainingImages),
            ["validationImages"] = Text(trainer.ValidationImages),
            ["seed"] = Text(trainer.Options.Seed),
            ["epochs"] = Text(result.History.Count),
            ["bestEpoch"] = Text(result.BestEpoch),
        };
        if (result.Best is { } best && trainer.ValidationImages > 0)
        {
            facts["validation.microAccuracy"] = Text(best.ValidationAccuracy);
            facts["validation.logLoss"] = Text(best.ValidationLoss);
        }

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
