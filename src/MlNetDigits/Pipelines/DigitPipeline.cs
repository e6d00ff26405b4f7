using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms;
using Microsoft.ML.Transforms.Onnx;
using MlNetDigits.Datasets;
using MlNetDigits.Mnist;
using MlNetDigits.Training;

namespace MlNetDigits.Pipelines;

/// <summary>The chain from raw pixels and digits to a trained network.</summary>
public static class DigitPipeline
{
    /// <summary>Maps labels to keys 0-9, normalizes pixels and trains; the label's step is no part of scoring.</summary>
    /// <param name="ml">The context.</param>
    /// <param name="trainer">The trainer, made by <c>ml.MulticlassClassification.Trainers.ConvolutionalNetwork(options)</c>.</param>
    /// <returns>A chain that takes columns <c>Pixels</c> and <c>Label</c>; <c>GetModelFor(TransformerScope.Scoring)</c> of its fit takes <c>Pixels</c> alone.</returns>
    public static EstimatorChain<OnnxTransformer> Create(MLContext ml, ConvolutionalNetworkTrainer trainer)
    {
        ArgumentNullException.ThrowIfNull(ml);
        ArgumentNullException.ThrowIfNull(trainer);
        return Create(ml, trainer, ml.Transforms.MapDigitLabel(trainer.Options.LabelColumnName, MnistView.LabelColumn));
    }

    /// <summary>Maps labels of any text to keys in the order of class names, normalizes pixels and trains.</summary>
    /// <param name="ml">The context.</param>
    /// <param name="trainer">The trainer, made by <c>ml.MulticlassClassification.Trainers.ConvolutionalNetwork(options)</c>.</param>
    /// <param name="classNames">Names of all classes, such as <see cref="ImageDataset.ClassNames"/>.</param>
    /// <returns>A chain that takes columns <c>Pixels</c> and <c>Label</c>, as a <see cref="LabelledImageView"/> has them.</returns>
    public static EstimatorChain<OnnxTransformer> Create(MLContext ml, ConvolutionalNetworkTrainer trainer, IReadOnlyList<string> classNames)
    {
        ArgumentNullException.ThrowIfNull(ml);
        ArgumentNullException.ThrowIfNull(trainer);
        return Create(ml, trainer, ml.Transforms.MapClassLabel(classNames, trainer.Options.LabelColumnName, MnistView.LabelColumn));
    }

    private static EstimatorChain<OnnxTransformer> Create(MLContext ml, ConvolutionalNetworkTrainer trainer, ValueToKeyMappingEstimator label) =>
        new EstimatorChain<ITransformer>()
            .Append(label, TransformerScope.TrainTest)
            .Append(ml.Transforms.NormalizePixels(trainer.Options.FeatureColumnName))
            .Append(trainer);
}
