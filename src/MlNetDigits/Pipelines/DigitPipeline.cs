using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetDigits.Mnist;
using MlNetDigits.Training;

namespace MlNetDigits.Pipelines;

/// <summary>The chain from raw pixels and labels to a trained network.</summary>
public static class DigitPipeline
{
    /// <summary>Normalizes pixels and trains; labels are keys already, as the loaders of this library give them.</summary>
    /// <param name="ml">The context.</param>
    /// <param name="trainer">The trainer, made by <c>ml.MulticlassClassification.Trainers.ConvolutionalNetwork(options)</c>.</param>
    /// <returns>A chain that is fitted to columns <c>Pixels</c> and <c>Label</c>; what it gives takes <c>Pixels</c> alone.</returns>
    public static EstimatorChain<ConvolutionalNetworkTransformer> Create(MLContext ml, ConvolutionalNetworkTrainer trainer)
    {
        ArgumentNullException.ThrowIfNull(ml);
        ArgumentNullException.ThrowIfNull(trainer);
        ConvolutionalNetworkOptions options = trainer.Options;
        var chain = new EstimatorChain<ITransformer>();
        // Only training wants the label by another name; what scores needs none.
        if (options.LabelColumnName != MnistView.LabelColumn)
            chain = chain.Append<ITransformer>(ml.Transforms.CopyColumns(options.LabelColumnName, MnistView.LabelColumn), TransformerScope.TrainTest);
        return chain.Append(ml.Transforms.NormalizePixels(options.FeatureColumnName)).Append(trainer);
    }
}
