using System.CommandLine;
using System.Globalization;

namespace MlNetDigits.Console.Hosting.Help;

/// <summary>Writes the help of the program or of a command as a manual's page.</summary>
/// <param name="width">Columns.</param>
/// <param name="isStyled">Whether titles are bold.</param>
/// <param name="groups">All commands in groups, each with its title.</param>
internal sealed class HelpPage(int width, bool isStyled, IReadOnlyList<(string Title, IReadOnlyList<CommandEntry> Entries)> groups)
{
    /// <summary>What the program does.</summary>
    public const string Purpose = "Trains networks that recognize handwritten digits, or other images, and uses them.";

    private const string Program = "mlnet-digits";

    private readonly HelpWriter _writer = new(width, isStyled);

    /// <summary>Writes the program's page.</summary>
    public string Write(RootCommand root)
    {
        _writer.Paragraph(Purpose, indent: 0);
        WriteLines("USAGE", [$"{Program} <command> [options]"]);
        foreach ((string title, IReadOnlyList<CommandEntry> entries) in groups)
        {
            _writer.Title(title.ToUpperInvariant());
            foreach (CommandEntry entry in entries)
                _writer.Term(string.Join(", ", entry.Aliases.Prepend(entry.Name)), entry.Description);
        }

        WriteOptions("OPTIONS", root.Options);
        WriteLines("EXAMPLES", ["mlnet-digits train", "mlnet-digits predict digit.png", "mlnet-digits train --dataset photos/ --name photos", "mlnet-digits train --help"]);
        _writer.Title("ENVIRONMENT");
        _writer.Term("MNIST_DIR", "Folder with MNIST's four files.");
        _writer.Term("NO_COLOR", "Any value turns colours off.");
        _writer.Title("EXIT CODES");
        _writer.Term("0, 1, 130", "All went well; an error, told in a line on standard error; interrupted.");
        return _writer.ToString();
    }

    /// <summary>Writes a command's page.</summary>
    public string Write(Command command)
    {
        _writer.Paragraph(command.Description ?? string.Empty, indent: 0);
        string arguments = string.Concat(command.Arguments.Select(argument => $" {Usage(argument)}"));
        string options = command.Options.Count > 0 ? " [options]" : string.Empty;
        WriteLines("USAGE", command.Aliases.Prepend(command.Name).Select(name => $"{Program} {name}{arguments}{options}"));
        var digits = command as DigitCommand;
        foreach ((int i, string paragraph) in (digits?.Details ?? []).Index())
        {
            if (i == 0)
                _writer.Title("DESCRIPTION");
            else
                _writer.Gap();
            _writer.Paragraph(paragraph);
        }

        if (command.Arguments.Count > 0)
            _writer.Title("ARGUMENTS");
        foreach (Argument argument in command.Arguments)
            _writer.Term($"<{argument.Name}>", argument.Description + Default(argument.HasDefaultValue ? argument.GetDefaultValue() : null, argument.Description));
        HashSet<Option> grouped = [.. (digits?.Groups ?? []).SelectMany(group => group.Options)];
        WriteOptions("OPTIONS", command.Options.Where(option => !grouped.Contains(option)));
        foreach (OptionGroup group in digits?.Groups ?? [])
            WriteOptions(group.Title.ToUpperInvariant(), group.Options);
        WriteOptions("COMMON OPTIONS", command.Parents.OfType<Command>().SelectMany(parent => parent.Options).Where(option => option.Recursive));
        if (digits?.Examples.Count > 0)
            _writer.Title("EXAMPLES");
        foreach (CommandExample example in digits?.Examples ?? [])
        {
            _writer.Paragraph($"{example.Purpose}:");
            _writer.Line(example.Line, indent: 4);
        }

        return _writer.ToString();
    }

    private static string Usage(Argument argument)
    {
        string name = argument.Arity.MaximumNumberOfValues > 1 ? $"<{argument.Name}>..." : $"<{argument.Name}>";
        return argument.Arity.MinimumNumberOfValues == 0 ? $"[{name}]" : name;
    }

    private static string Term(Option option)
    {
        IEnumerable<string> names = option.Aliases.Append(option.Name).Where(name => name is not "-?" && name[0] != '/').OrderBy(name => name.StartsWith("--", StringComparison.Ordinal)).ThenBy(name => name.Length);
        string value = option.ValueType == typeof(bool) || option.ValueType == typeof(void) ? string.Empty : $" <{option.HelpName ?? option.Name.TrimStart('-')}>";
        return string.Join(", ", names) + (option.Arity.MinimumNumberOfValues == 0 && value.Length > 0 ? $" [{value.Trim()}]" : value);
    }

    private static string Default(object? value, string? description) =>
        value is null or false || description?.Contains("Default", StringComparison.Ordinal) == true ? string.Empty : string.Create(CultureInfo.InvariantCulture, $" Default: {value}.");

    private void WriteLines(string title, IEnumerable<string> lines)
    {
        _writer.Title(title);
        foreach (string line in lines)
            _writer.Line(line);
    }

    private void WriteOptions(string title, IEnumerable<Option> options)
    {
        Option[] shown = [.. options.Where(option => !option.Hidden)];
        if (shown.Length > 0)
            _writer.Title(title);
        foreach (Option option in shown)
            _writer.Term(Term(option), Text(option) + Default(option.HasDefaultValue ? option.GetDefaultValue() : null, option.Description));
    }

    private static string Text(Option option) => option.Name switch
    {
        "--help" => "Show this page.",
        "--version" => "Show the version.",
        _ => option.Description ?? string.Empty,
    };
}
