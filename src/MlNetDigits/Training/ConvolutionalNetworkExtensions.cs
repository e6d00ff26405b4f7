using Microsoft.ML;

namespace MlNetDigits.Training;

/// <summary>The convolutional network among ML.NET's multiclass trainers.</summary>
public static class ConvolutionalNetworkExtensions
{
    /// <summary>Makes a trainer of a convolutional network from scratch.</summary>
    /// <param name="trainers">The catalog of trainers.</param>
    /// <param name="options">How to train; default <see cref="ConvolutionalNetworkOptions"/>.</param>
    /// <returns>An estimator whose fit gives the network as an ONNX transformer.</returns>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    public static ConvolutionalNetworkTrainer ConvolutionalNetwork(
        this MulticlassClassificationCatalog.MulticlassClassificationTrainers trainers, ConvolutionalNetworkOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(trainers);
        return new ConvolutionalNetworkTrainer(options ?? new ConvolutionalNetworkOptions());
    }
}
