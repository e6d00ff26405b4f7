using System.CommandLine;

namespace MlNetDigits.Console.Hosting.Help;

/// <summary>Options that belong together.</summary>
/// <param name="Title">What they are about.</param>
/// <param name="Options">The options.</param>
internal sealed record OptionGroup(string Title, IReadOnlyList<Option> Options);
