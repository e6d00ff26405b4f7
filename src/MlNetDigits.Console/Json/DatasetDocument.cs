using System.Text.Json.Serialization;
using MlNetDigits.Datasets;

namespace MlNetDigits.Console.Json;

/// <summary>What <c>data --json</c> writes about a dataset that is not MNIST.</summary>
internal sealed record DatasetDocument(string Dataset, string Kind, int Train, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Validation, int Test, string TestOrigin, string Normalize, IReadOnlyList<DatasetClassDocument> Classes, IReadOnlyList<string> Notes)
{
    public static DatasetDocument From(ImageDataset dataset)
    {
        int[]? validation = dataset.Validation?.CountClasses();
        int[] train = dataset.Train.CountClasses(), test = dataset.Test.CountClasses();
        return new DatasetDocument(
            dataset.Name,
            dataset.Kind,
            dataset.Train.Count,
            dataset.Validation?.Count,
            dataset.Test.Count,
            dataset.TestOrigin,
            dataset.Normalization.ToString().ToLowerInvariant(),
            [.. dataset.ClassNames.Select((name, i) => new DatasetClassDocument(name, train[i], validation?[i], test[i]))],
            dataset.Notes);
    }
}
