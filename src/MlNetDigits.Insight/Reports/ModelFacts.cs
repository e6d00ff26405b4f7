using System.Globalization;
using System.Text.Json;
using MlNetDigits.Networks.Onnx;
using MlNetDigits.Pipelines;

namespace MlNetDigits.Reports;

/// <summary>What a model's metadata tell, with a dash for what they leave out.</summary>
internal sealed class ModelFacts(OnnxModel model, TrainingReport? report)
{
    private const string Unknown = "-";

    /// <summary>The report of the training, if it is at hand.</summary>
    public TrainingReport? Report => report;

    /// <summary>Whether the model learned MNIST.</summary>
    public bool IsOfMnist => !Has(ModelMetadata.Dataset);

    /// <summary>Name of the class whose images it refuses; null where there is none.</summary>
    public string? Rejection => Has(ModelMetadata.Rejection) ? this[ModelMetadata.Rejection] : null;

    /// <summary>Networks that the model averages.</summary>
    public int Members => int.TryParse(this["ensemble"], NumberStyles.None, CultureInfo.InvariantCulture, out int members) ? members : 1;

    public IReadOnlyList<string> RunSeeds => Split(ModelMetadata.RunSeeds);

    public IReadOnlyList<double> RunAccuracies => [.. Split(ModelMetadata.RunAccuracies).Select(Parse)];

    public string this[string key] => model.Metadata.TryGetValue(key, out string? value) ? value : Unknown;

    public bool Has(string key) => model.Metadata.ContainsKey(key);

    public string Percent(string key) => Has(key) ? (Parse(this[key]) * 100).ToString("F2", CultureInfo.InvariantCulture) + " %" : Unknown;

    public string Count(string key) => long.TryParse(this[key], NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number.ToString("N0", CultureInfo.InvariantCulture) : this[key];

    public string Number(string key) => Has(key) ? Parse(this[key]).ToString("F4", CultureInfo.InvariantCulture) : Unknown;

    /// <summary>The recipe's options; nested ones with a dot between the names.</summary>
    public IEnumerable<(string Option, string Value)> RecipeOptions()
    {
        using JsonDocument recipe = Json();
        return Flatten("", recipe.RootElement).ToArray();
    }

    private static IEnumerable<(string, string)> Flatten(string name, JsonElement value) => value.ValueKind == JsonValueKind.Object
        ? value.EnumerateObject().SelectMany(property => Flatten(name.Length == 0 ? property.Name : $"{name}.{property.Name}", property.Value))
        : [(name, value.ValueKind == JsonValueKind.Null ? Without(name) : value.ToString())];

    /// <summary>What an option that is null means.</summary>
    private static string Without(string option) => option is "dropout" ? "the architecture's" : option is "imageShape" ? "the data's" : "none";

    private static double Parse(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : double.NaN;

    private JsonDocument Json()
    {
        try
        {
            return JsonDocument.Parse(this[ModelMetadata.Recipe]);
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"The recipe in the model's metadata is no JSON: {error.Message} Export the model again.", error);
        }
    }

    private string[] Split(string key) => Has(key) ? this[key].Split(',') : [];
}
