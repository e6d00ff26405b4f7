namespace MlNetDigits.Evaluation.Calibration;

/// <summary>How well confidence agrees with accuracy: the data of a reliability diagram.</summary>
/// <param name="ExpectedCalibrationError">Mean gap between confidence and accuracy, weighted by images; 0 is perfect.</param>
/// <param name="MaximumCalibrationError">Largest gap of a bin that has images.</param>
/// <param name="LogLoss">Mean log-loss in nats.</param>
/// <param name="Bins">Equally wide bins of confidence from 0 to 1.</param>
/// <remarks>Source: Guo, Pleiss, Sun and Weinberger, "On calibration of modern neural networks", 2017, equations 2 to 5.</remarks>
public sealed record Reliability(double ExpectedCalibrationError, double MaximumCalibrationError, double LogLoss, IReadOnlyList<CalibrationBin> Bins)
{
    /// <summary>Sorts images into bins by the confidence in their likeliest class.</summary>
    /// <param name="images">The scores, at least one image.</param>
    /// <param name="bins">Number of bins. <value>15</value></param>
    /// <returns>Errors and bins.</returns>
    /// <exception cref="ArgumentException">There is no image.</exception>
    public static Reliability Of(ScoredImages images, int bins = 15)
    {
        ArgumentNullException.ThrowIfNull(images);
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        if (images.Count == 0) throw new ArgumentException("There is no image to calibrate: give at least one.", nameof(images));
        var counts = new int[bins];
        var hits = new int[bins];
        var confidences = new double[bins];
        for (int image = 0; image < images.Count; image++)
        {
            double confidence = Math.Min(images.ConfidenceOf(image), 1);
            int bin = Math.Clamp((int)Math.Ceiling(confidence * bins) - 1, 0, bins - 1);
            counts[bin]++;
            confidences[bin] += confidence;
            if (images.IsCorrect(image)) hits[bin]++;
        }

        CalibrationBin[] all = [.. Enumerable.Range(0, bins).Select(bin => new CalibrationBin(
            (double)bin / bins, (bin + 1.0) / bins, counts[bin], confidences[bin] / counts[bin], (double)hits[bin] / counts[bin]))];
        CalibrationBin[] filled = [.. all.Where(bin => bin.Images > 0)];
        return new Reliability(
            filled.Sum(bin => bin.Images * Gap(bin)) / images.Count,
            filled.Max(Gap),
            Enumerable.Range(0, images.Count).Average(images.LossOf),
            all);
    }

    private static double Gap(CalibrationBin bin) => Math.Abs(bin.Accuracy - bin.Confidence);
}
