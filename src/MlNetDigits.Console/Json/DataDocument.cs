using MlNetDigits.Datasets;
using MlNetDigits.Mnist;

namespace MlNetDigits.Console.Json;

/// <summary>What <c>data --json</c> writes.</summary>
internal sealed record DataDocument(string Folder, string TrainSha256, SetDocument Train, SetDocument Test)
{
    public static DataDocument From(ImageDataset dataset, MnistData mnist) => new(mnist.Folder, mnist.TrainSha256, Set(dataset.Train), Set(dataset.Test));

    private static SetDocument Set(LabelledImageView view) => new(view.Count, view.CountClasses());
}
