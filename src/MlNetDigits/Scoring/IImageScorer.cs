namespace MlNetDigits.Scoring;

/// <summary>Scores images in memory; safe under many threads, which take turns.</summary>
internal interface IImageScorer : IDisposable
{
    /// <summary>Pixels of one image.</summary>
    int Pixels { get; }

    /// <summary>Number of classes.</summary>
    int Classes { get; }

    /// <summary>Digit scores of one image: 1, or 0 where all classes are alike.</summary>
    int DigitScores { get; }

    /// <summary>Computes probabilities and the class that is answered.</summary>
    /// <param name="images">Images one behind the other.</param>
    /// <param name="scores">Receives [images, classes].</param>
    /// <param name="labels">Receives one class for each image, from 0.</param>
    /// <param name="digitScores">Receives [images, digit scores].</param>
    void Score(ReadOnlySpan<float> images, Span<float> scores, Span<long> labels, Span<float> digitScores);

    /// <summary>Makes a scorer on the same weights that takes no turns with this one; dispose it before this one.</summary>
    /// <param name="threads">Threads for larger batches; 0: one for each processor.</param>
    IImageScorer Share(int threads);
}
