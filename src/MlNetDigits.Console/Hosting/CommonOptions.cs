using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;

namespace MlNetDigits.Console.Hosting;

/// <summary>Options that several commands share, and numbers with limits.</summary>
internal static class CommonOptions
{
    /// <summary>Gets the switch to JSON.</summary>
    public static Option<bool> Json { get; } = new("--json") { Description = "Write one JSON document to standard output, for machines.", Recursive = true };

    /// <summary>Gets the switch that shows where an error arose.</summary>
    public static Option<bool> Trace { get; } = new("--trace") { Description = "Show the stack trace of an error.", Recursive = true };

    /// <summary>Creates the option of the folder with MNIST's files.</summary>
    public static Option<string?> Data() => new("--data")
    {
        Description = "Folder with the MNIST files. Default: $MNIST_DIR, the checkout's data/mnist, the user's cache, or a download.",
        HelpName = "folder",
    };

    /// <summary>Creates an optional number within limits, written the same in every culture.</summary>
    public static Option<T?> Number<T>(string name, T minimum, T maximum, string description, string helpName = "n")
        where T : struct, INumber<T> => new(name)
        {
            Description = description,
            HelpName = helpName,
            CustomParser = Parser(name, minimum, maximum),
        };

    /// <summary>Creates the parser of an optional number within limits.</summary>
    public static Func<ArgumentResult, T?> Parser<T>(string name, T minimum, T maximum)
        where T : struct, INumber<T> => result => Parse(result, name, minimum, maximum);

    /// <summary>Creates an optional choice of names, in any case.</summary>
    public static Option<string?> Choice(string name, string description, IReadOnlyCollection<string> choices)
    {
        string list = string.Join(", ", choices);
        var option = new Option<string?>(name) { Description = $"{description}{list}.", HelpName = name.Trim('-') };
        option.CustomParser = result =>
        {
            string text = result.Tokens[0].Value;
            if (!choices.Contains(text, StringComparer.OrdinalIgnoreCase))
                result.AddError($"{name} is '{text}'; give one of {list}.");
            return text.ToLowerInvariant();
        };
        option.CompletionSources.Add(_ => choices.Select(choice => new System.CommandLine.Completions.CompletionItem(choice)));
        return option;
    }

    private static T? Parse<T>(ArgumentResult result, string name, T minimum, T maximum)
        where T : struct, INumber<T>
    {
        string text = result.Tokens[0].Value;
        if (T.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out T value) && value >= minimum && value <= maximum)
            return value;
        result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} is '{text}'; give a {(value is int or long ? "whole number" : "number")} from {minimum} to {maximum}."));
        return null;
    }
}
