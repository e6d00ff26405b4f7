namespace MlNetDigits.Console.Json;

/// <summary>The number of images in all and per digit.</summary>
internal sealed record SetDocument(int Images, int[] Digits);
