using System.CommandLine;

namespace MlNetDigits.Console.Hosting.Help;

/// <summary>A command that explains itself: with paragraphs, groups of options and examples.</summary>
internal sealed class DigitCommand(string name, string description, params CommandExample[] examples) : Command(name, description)
{
    private readonly List<OptionGroup> _groups = [];

    /// <summary>Gets command lines to learn from.</summary>
    public IReadOnlyList<CommandExample> Examples { get; } = examples;

    /// <summary>Gets or sets what there is to say beyond the description, a paragraph each.</summary>
    public IReadOnlyList<string> Details { get; set; } = [];

    /// <summary>Gets the options that have a title of their own.</summary>
    public IReadOnlyList<OptionGroup> Groups => _groups;

    /// <summary>Adds options under a title.</summary>
    public void AddGroup(string title, params IReadOnlyList<Option> options)
    {
        foreach (Option option in options)
            Options.Add(option);
        _groups.Add(new OptionGroup(title, options));
    }
}
