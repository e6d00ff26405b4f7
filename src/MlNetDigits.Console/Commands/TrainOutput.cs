using MlNetDigits.Console.Hosting;

namespace MlNetDigits.Console.Commands;

/// <summary>What a command line says about what a training tells and leaves behind beside its model.</summary>
internal sealed record TrainOutput
{
    /// <summary>Gets the file that all lines go to; null for none.</summary>
    public string? LogFilePath { get; init; }

    public Verbosity Verbosity { get; init; } = Verbosity.Minimal;

    /// <summary>Gets whether one JSON document goes to standard output.</summary>
    public bool IsJson { get; init; }

    /// <summary>Gets how to reference the library in a generated project; null for no project.</summary>
    public LibraryChoice? Project { get; init; }
}
