using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Parsing;

namespace MlNetDigits.Console.Commands;

/// <summary>An option that takes several names of an enumeration, in any case, with commas between.</summary>
internal sealed class NameList<T> where T : struct, Enum
{
    private static readonly Dictionary<string, T> _values = Enum.GetValues<T>().ToDictionary(value => value.ToString().ToLowerInvariant(), StringComparer.OrdinalIgnoreCase);

    public NameList(string name, string description)
    {
        Option = new Option<T[]?>(name) { Description = $"{description} {string.Join(", ", _values.Keys)}.", HelpName = "names", CustomParser = Parse };
        Option.CompletionSources.Add(_ => _values.Keys.Select(value => new CompletionItem(value)));
    }

    public Option<T[]?> Option { get; }

    /// <summary>The values of a command line; null where the option is not given.</summary>
    public T[]? Read(ParseResult parsed) => parsed.GetValue(Option) is { Length: > 0 } values ? values : null;

    private T[]? Parse(ArgumentResult result)
    {
        string[] names = result.Tokens[0].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (names.FirstOrDefault(name => !_values.ContainsKey(name)) is { } wrong)
            result.AddError($"{Option.Name} has '{wrong}'; give some of {string.Join(", ", _values.Keys)}.");
        else if (names.Length == 0)
            result.AddError($"{Option.Name} is empty; give some of {string.Join(", ", _values.Keys)}.");
        return [.. names.Where(_values.ContainsKey).Select(name => _values[name]).Distinct()];
    }
}
