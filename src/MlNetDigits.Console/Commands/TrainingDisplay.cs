using MlNetDigits.Console.Hosting;
using MlNetDigits.Console.Rendering;

namespace MlNetDigits.Console.Commands;

/// <summary>Chooses how a training is shown.</summary>
internal static class TrainingDisplay
{
    /// <summary>Not at all when quiet, live where somebody looks on, else in lines, which go to standard error beside a JSON document.</summary>
    public static ITrainingDisplay Create(Terminal terminal, Verbosity verbosity, bool isJson) =>
        verbosity == Verbosity.Quiet ? new QuietTrainingDisplay()
        : terminal.IsInteractive && !isJson ? new LiveTrainingDisplay(terminal.Console, TimeProvider.System)
        : new PlainTrainingDisplay(isJson ? terminal.Error : terminal.Output, TimeProvider.System);
}
