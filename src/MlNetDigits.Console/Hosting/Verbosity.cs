namespace MlNetDigits.Console.Hosting;

/// <summary>How much a training tells people.</summary>
internal enum Verbosity
{
    /// <summary>What came out, in sentences, and errors.</summary>
    Quiet,

    /// <summary>Progress, evaluation and what came out.</summary>
    Minimal,

    /// <summary>Settings, machine and ML.NET's messages as well.</summary>
    Diagnostic,
}
