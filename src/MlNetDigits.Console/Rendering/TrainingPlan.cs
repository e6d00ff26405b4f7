namespace MlNetDigits.Console.Rendering;

/// <summary>What is about to be trained.</summary>
internal sealed record TrainingPlan
{
    public required string Architecture { get; init; }

    public required long Parameters { get; init; }

    public required int TrainImages { get; init; }

    public required int ValidationImages { get; init; }

    public required int Epochs { get; init; }

    public required int BatchSize { get; init; }

    public required int Threads { get; init; }
}
