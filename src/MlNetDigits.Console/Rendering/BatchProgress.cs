namespace MlNetDigits.Console.Rendering;

/// <summary>How far training has come.</summary>
/// <param name="Epoch">The running epoch, starting at 1.</param>
/// <param name="Batch">Batches of this epoch that are done.</param>
/// <param name="Batches">Batches per epoch.</param>
/// <param name="Loss">Mean cross-entropy in this epoch so far.</param>
/// <param name="Accuracy">Share of images recognized in this epoch so far.</param>
/// <param name="ImagesPerSecond">Current speed.</param>
internal readonly record struct BatchProgress(int Epoch, int Batch, int Batches, double Loss, double Accuracy, double ImagesPerSecond);
