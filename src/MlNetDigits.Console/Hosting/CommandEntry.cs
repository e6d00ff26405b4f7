using System.CommandLine;

namespace MlNetDigits.Console.Hosting;

/// <summary>A command's line in the list of commands; the command itself is made only when it is called.</summary>
/// <param name="Name">Name on the command line.</param>
/// <param name="Description">What it does, in a sentence.</param>
/// <param name="Create">Makes the command with its options.</param>
/// <param name="Aliases">Other names.</param>
internal sealed record CommandEntry(string Name, string Description, Func<Terminal, Command> Create, params string[] Aliases)
{
    /// <summary>Gets whether a word is one of the names.</summary>
    public bool IsCalled(string word) => word == Name || Aliases.Contains(word);

    /// <summary>Makes a command that has names and a description alone.</summary>
    public Command ToStub()
    {
        var stub = new Command(Name, Description);
        foreach (string alias in Aliases)
            stub.Aliases.Add(alias);
        return stub;
    }
}
