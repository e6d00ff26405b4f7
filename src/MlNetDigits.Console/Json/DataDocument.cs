using MlNetDigits.Console.Commands;
using MlNetDigits.Mnist;

namespace MlNetDigits.Console.Json;

/// <summary>What <c>data --json</c> writes.</summary>
internal sealed record DataDocument(string Folder, string TrainSha256, SetDocument Train, SetDocument Test)
{
    public static DataDocument From(MnistData mnist) => new(mnist.Folder, mnist.TrainSha256, Set(mnist.Train), Set(mnist.Test));

    private static SetDocument Set(MnistView view) => new(view.Count, MnistLoading.CountDigits(view));
}
