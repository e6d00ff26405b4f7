namespace MlNetDigits.Mnist;

/// <summary>MNIST as loaded: digits to train on and digits to test with.</summary>
/// <param name="Train">60,000 digits to train on.</param>
/// <param name="Test">10,000 digits to test with.</param>
/// <param name="Folder">Folder that the files were read from.</param>
/// <param name="TrainSha256">Lower-case SHA-256 of the raw training images.</param>
public sealed record MnistData(MnistView Train, MnistView Test, string Folder, string TrainSha256);
