using Spectre.Console;

namespace MlNetDigits.Console.Hosting;

/// <summary>Where a command writes: coloured and live on a terminal, plain lines elsewhere.</summary>
internal sealed class Terminal
{
    /// <summary>Width of tables where there is no terminal to fit.</summary>
    private const int PlainWidth = 120;

    public Terminal(TextWriter output, TextWriter error, bool isInteractive, bool isColoured, int? width = null)
    {
        Output = output;
        Error = error;
        IsInteractive = isInteractive;
        Console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isInteractive ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isInteractive && isColoured ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = isInteractive ? InteractionSupport.Yes : InteractionSupport.No,
            Out = new AnsiConsoleOutput(output),
        });
        Console.Profile.Capabilities.Unicode = output.Encoding.WebName.StartsWith("utf", StringComparison.OrdinalIgnoreCase);
        if (width is not null || !isInteractive)
            Console.Profile.Width = width ?? PlainWidth;
    }

    /// <summary>Gets the console for tables and styled text.</summary>
    public IAnsiConsole Console { get; }

    /// <summary>Gets standard output for plain lines, which it never wraps.</summary>
    public TextWriter Output { get; }

    /// <summary>Gets standard error.</summary>
    public TextWriter Error { get; }

    /// <summary>Gets whether a person watches: standard output is a terminal that can move its cursor.</summary>
    public bool IsInteractive { get; }

    /// <summary>Gets whether characters beyond ASCII can be written.</summary>
    public bool IsUnicode => Console.Profile.Capabilities.Unicode;

    /// <summary>Looks at the process's streams and environment.</summary>
    public static Terminal Detect()
    {
        bool isInteractive = !System.Console.IsOutputRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb";
        bool isColoured = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        return new Terminal(System.Console.Out, System.Console.Error, isInteractive, isColoured);
    }

    /// <summary>Writes an error as one line to standard error.</summary>
    public void WriteError(string message)
    {
        bool isColoured = !System.Console.IsErrorRedirected && IsInteractive && Console.Profile.Capabilities.ColorSystem != ColorSystem.NoColors;
        Error.WriteLine(isColoured ? $"\e[31;1merror:\e[0m {message}" : $"error: {message}");
    }
}
