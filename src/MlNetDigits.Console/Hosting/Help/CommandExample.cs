namespace MlNetDigits.Console.Hosting.Help;

/// <summary>A command line that does something useful.</summary>
/// <param name="Purpose">What it does.</param>
/// <param name="Line">The command line as one types it.</param>
internal sealed record CommandExample(string Purpose, string Line);
