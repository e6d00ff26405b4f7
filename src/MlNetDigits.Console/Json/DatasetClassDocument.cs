using System.Text.Json.Serialization;

namespace MlNetDigits.Console.Json;

/// <summary>One class of a dataset, with its number of images.</summary>
internal sealed record DatasetClassDocument(string Name, int Train, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Validation, int Test);
