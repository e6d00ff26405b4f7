using MlNetDigits.Console.Hosting;

namespace MlNetDigits.Console.Commands;

/// <summary>All commands in groups, in the order in which people meet them.</summary>
internal static class CommandCatalog
{
    /// <summary>Gets the groups, each with its title.</summary>
    public static IReadOnlyList<(string Title, IReadOnlyList<CommandEntry> Entries)> Groups { get; } =
    [
        ("Train", [
            new(TrainCommand.Name, TrainCommand.Description, TrainCommand.Create, TrainCommand.Alias),
            new(TrainLinesCommand.Name, TrainLinesCommand.Description, TrainLinesCommand.Create),
            new(CrossValidateCommand.Name, CrossValidateCommand.Description, CrossValidateCommand.Create),
            new(LearningRateCommand.Name, LearningRateCommand.Description, LearningRateCommand.Create),
            new(DataCommand.Name, DataCommand.Description, DataCommand.Create),
            new(SynthesizeCommand.Name, SynthesizeCommand.Description, SynthesizeCommand.Create),
            new(FeedbackCommand.Name, FeedbackCommand.Description, FeedbackCommand.Create),
        ]),
        ("Use a model", [
            new(PredictCommand.Name, PredictCommand.Description, PredictCommand.Create),
            new(ReadCommand.Name, ReadCommand.Description, ReadCommand.Create),
            new(ExplainCommand.Name, ExplainCommand.Description, ExplainCommand.Create),
            new(GenerateCommand.Name, GenerateCommand.Description, GenerateCommand.Create),
            new(ExportCommand.Name, ExportCommand.Description, ExportCommand.Create),
        ]),
        ("Judge a model", [
            new(EvaluateCommand.Name, EvaluateCommand.Description, EvaluateCommand.Create),
            new(EvaluateLinesCommand.Name, EvaluateLinesCommand.Description, EvaluateLinesCommand.Create),
            new(CompareCommand.Name, CompareCommand.Description, CompareCommand.Create),
            new(RobustnessCommand.Name, RobustnessCommand.Description, RobustnessCommand.Create),
            new(BenchmarkCommand.Name, BenchmarkCommand.Description, BenchmarkCommand.Create),
            new(SummaryCommand.Name, SummaryCommand.Description, SummaryCommand.Create),
            new(CardCommand.Name, CardCommand.Description, CardCommand.Create),
        ]),
        ("Set up", [new(CompletionCommand.Name, CompletionCommand.Description, CompletionCommand.Create)]),
    ];

    /// <summary>Gets all commands.</summary>
    public static IEnumerable<CommandEntry> Entries => Groups.SelectMany(group => group.Entries);
}
