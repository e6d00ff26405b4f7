namespace MlNetDigits.Console.Json;

/// <summary>One class of a dataset, with its number of images.</summary>
internal sealed record DatasetClassDocument(string Name, int Train, int Test);
