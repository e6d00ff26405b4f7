using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetDigits.Console.Rendering;
using MlNetDigits.Datasets;
using MlNetDigits.Evaluation;
using MlNetDigits.Networks.Training;
using MlNetDigits.Pipelines;
using MlNetDigits.Reports;
using MlNetDigits.Training;

namespace MlNetDigits.Console.Commands;

/// <summary>The training with one seed: its model and one look at the test images.</summary>
internal sealed record TrainingRun(ConvolutionalNetworkTrainer Trainer, TransformerChain<ConvolutionalNetworkTransformer> Model, MulticlassClassificationMetrics Test, RejectionReport? Refused) : IDisposable
{
    public TrainingResult Result => Trainer.Result!;

    /// <summary>Trains and tests; gives null when no epoch was finished.</summary>
    public static TrainingRun? Train(MLContext context, ConvolutionalNetworkOptions options, ImageDataset dataset, ITrainingDisplay display)
    {
        ConvolutionalNetworkTrainer trainer = context.MulticlassClassification.Trainers.ConvolutionalNetwork(options with { Normalization = dataset.Normalization });
        TransformerChain<ConvolutionalNetworkTransformer> model = Fit(context, trainer, dataset.Train, display);
        if (trainer.Result!.BestEpoch == 0)
        {
            model.Dispose();
            return null;
        }

        return display.Then("evaluating the test images", () =>
        {
            string? rejection = options.RejectionClass;
            // Test images of a training with drawn pictures are all digits.
            LabelledImageView test = rejection is not null && dataset.Test.ClassNames.Contains(rejection) ? dataset.Test.WithoutClass(rejection) : dataset.Test;
            RejectionReport? refused = rejection is null ? null : ScoredImages.Score(model, dataset.Test, new ScoringOptions { RejectionClass = rejection }).Rejection;
            return new TrainingRun(trainer, model, context.MulticlassClassification.Evaluate(model.Transform(test)), refused);
        });
    }

    /// <summary>The test images' figures as a report.</summary>
    /// <param name="classNames">Names of all classes, one to refuse at the end.</param>
    public EvaluationReport ToTest(IReadOnlyList<string> classNames) => EvaluationReport.From(Test, classNames) with { Rejection = Refused };

    /// <summary>Whether the validation images speak for this run rather than another; the test images have no say.</summary>
    public bool IsBetterThan(TrainingRun other)
    {
        if (Trainer.Validation is not { } mine || other.Trainer.Validation is not { } theirs)
            return false;
        return mine.MicroAccuracy > theirs.MicroAccuracy || (mine.MicroAccuracy == theirs.MicroAccuracy && mine.LogLoss < theirs.LogLoss);
    }

    public RunReport ToReport() => new(
        Trainer.Options.Seed, Result.History.Count, Result.BestEpoch, Result.TrainSeconds, Trainer.Validation, new TestReport(Test.MicroAccuracy, Test.MacroAccuracy, Test.LogLoss));

    public void Dispose() => Model.Dispose();

    private static TransformerChain<ConvolutionalNetworkTransformer> Fit(MLContext context, ConvolutionalNetworkTrainer trainer, LabelledImageView train, ITrainingDisplay display)
    {
        try
        {
            return display.Run(() => DigitPipeline.Create(context, trainer).Fit(train));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new Hosting.UserError($"The checkpoint failed: {error.Message.TrimEnd('.')}. Free the disk of '{trainer.Options.WorkspacePath}' or choose another --output; the models there are unchanged.", error);
        }
    }
}
