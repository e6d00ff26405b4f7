using System.CommandLine;
using System.CommandLine.Completions;
using System.Globalization;
using MlNetDigits.Console.Hosting;

namespace MlNetDigits.Console.Completion;

/// <summary>Answers a shell that asks how a command line may go on: <c>mlnet-digits [suggest:position] line</c>.</summary>
internal static class Suggestions
{
    private const string Directive = "[suggest";

    /// <summary>Whether the arguments ask for suggestions.</summary>
    public static bool IsAsked(string[] arguments) => arguments is [{ } first, _] && first.StartsWith(Directive, StringComparison.Ordinal);

    /// <summary>Writes one suggestion a line; none where a path is expected, so that the shell offers files.</summary>
    public static int Write(Terminal terminal, RootCommand root, string[] arguments)
    {
        string line = arguments[1];
        int position = int.TryParse(arguments[0][Directive.Length..].Trim(':', ']'), NumberStyles.None, CultureInfo.InvariantCulture, out int given) ? Math.Min(given, line.Length) : line.Length;
        foreach (string suggestion in Find(root, line[..position]))
            terminal.Output.WriteLine(suggestion);
        return ExitCode.Success;
    }

    /// <summary>Finds the words that may stand at the line's end.</summary>
    /// <param name="root">The commands.</param>
    /// <param name="line">The command line up to the cursor, the program's name first.</param>
    internal static IEnumerable<string> Find(RootCommand root, string line)
    {
        string[] words = line.Split(' ');
        string word = words[^1];
        ParseResult parsed = root.Parse([.. words[1..^1].Where(each => each.Length > 0)]);
        Command command = parsed.CommandResult.Command;
        if (command is RootCommand && parsed.UnmatchedTokens.Count > 0)
            return [];
        if (Pending(command, words) is { } option)
            return Matching(option.GetCompletions(CompletionContext.Empty), word);
        if (word.StartsWith('-'))
            return Matching([.. AllOptions(command).Select(each => new CompletionItem(each.Name))], word);
        string[] values = [.. Matching(Names(command, hasAliases: word.Length > 0).Concat(command.Arguments.SelectMany(argument => argument.GetCompletions(CompletionContext.Empty))), word)];
        return values.Length > 0 || command.Arguments.Count > 0 || word.Length > 0 ? values : Matching([.. AllOptions(command).Select(each => new CompletionItem(each.Name))], word);
    }

    /// <summary>The option that the word before the cursor names and that still wants its value.</summary>
    private static Option? Pending(Command command, string[] words) => words.Length < 2 ? null
        : AllOptions(command).FirstOrDefault(option => option.Arity.MinimumNumberOfValues > 0 && option.ValueType != typeof(bool) && (option.Name == words[^2] || option.Aliases.Contains(words[^2])));

    private static IEnumerable<CompletionItem> Names(Command command, bool hasAliases) =>
        command.Subcommands.SelectMany(each => hasAliases ? each.Aliases.Prepend(each.Name) : [each.Name]).Select(name => new CompletionItem(name));

    private static IEnumerable<Option> AllOptions(Command command) =>
        command.Options.Concat(command.Parents.OfType<Command>().SelectMany(parent => parent.Options).Where(option => option.Recursive)).Where(option => !option.Hidden);

    private static IEnumerable<string> Matching(IEnumerable<CompletionItem> items, string word) =>
        items.Select(item => item.InsertText ?? item.Label).Where(text => text.StartsWith(word, StringComparison.OrdinalIgnoreCase)).Distinct().Order(StringComparer.Ordinal);
}
