using MlNetDigits.Images.Normalization;

namespace MlNetDigits.Images.Segmentation;

/// <summary>Neighbouring parts of a line that may be one digit.</summary>
/// <param name="First">Place of the first part in the line.</param>
/// <param name="End">Place behind the last part.</param>
/// <param name="Bounds">What the parts cover.</param>
/// <param name="Pixels">The parts in MNIST's form, 784 pixels.</param>
internal sealed record CutPiece(int First, int End, InkPart Bounds, byte[] Pixels);
