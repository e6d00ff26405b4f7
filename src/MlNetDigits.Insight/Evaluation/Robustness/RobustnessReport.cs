namespace MlNetDigits.Evaluation.Robustness;

/// <summary>How accurate a model stays when images are damaged.</summary>
/// <param name="Images">Number of images of each measurement.</param>
/// <param name="Seed">Seed of every damage.</param>
/// <param name="Clean">Accuracy on the undamaged images, with Wilson's interval.</param>
/// <param name="Corruptions">One row for each kind of damage.</param>
/// <param name="Mean">Mean accuracy over all kinds and strengths.</param>
public sealed record RobustnessReport(int Images, int Seed, ConfidenceInterval Clean, IReadOnlyList<RobustnessRow> Corruptions, double Mean);
