namespace MlNetDigits.Datasets;

/// <summary>What a path holds, read only when asked for.</summary>
/// <param name="Kind">What it is, such as <c>CSV file</c>.</param>
/// <param name="Train">Reads the images to train on, or all where there are no others; null where there are test images alone.</param>
/// <param name="Test">Reads the images to test with; null where there are none apart.</param>
internal sealed record DatasetParts(string Kind, Func<RawImages>? Train, Func<RawImages>? Test);
