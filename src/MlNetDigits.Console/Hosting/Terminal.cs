using Spectre.Console;

namespace MlNetDigits.Console.Hosting;

/// <summary>Where a command writes: coloured and live on a terminal, plain lines elsewhere.</summary>
internal sealed class Terminal
{
    /// <summary>Width of tables where there is no terminal to fit.</summary>
    private const int PlainWidth = 120;

    private const int PageWidth = 80;
    private const int WidestPage = 100;

    private readonly Lazy<IAnsiConsole> _console;

    public Terminal(TextWriter output, TextWriter error, bool isInteractive, bool isColoured, int? width = null)
    {
        Output = output;
        Error = error;
        IsInteractive = isInteractive;
        IsColoured = isColoured;
        _console = new Lazy<IAnsiConsole>(() => CreateConsole(width));
    }

    /// <summary>Gets a terminal that shows nothing.</summary>
    public static Terminal Silent => new(TextWriter.Null, TextWriter.Null, isInteractive: false, isColoured: false);

    /// <summary>Gets the console for tables and styled text.</summary>
    public IAnsiConsole Console => _console.Value;

    /// <summary>Gets standard output for plain lines, which it never wraps.</summary>
    public TextWriter Output { get; }

    /// <summary>Gets standard error.</summary>
    public TextWriter Error { get; }

    /// <summary>Gets what is read in place of the process's standard input; null for none.</summary>
    public Stream? Input { get; init; }

    /// <summary>Gets whether a person watches: standard output is a terminal that can move its cursor.</summary>
    public bool IsInteractive { get; }

    /// <summary>Gets whether colours are welcome.</summary>
    public bool IsColoured { get; }

    /// <summary>Gets whether characters beyond ASCII can be written.</summary>
    public bool IsUnicode => Output.Encoding.WebName.StartsWith("utf", StringComparison.OrdinalIgnoreCase);

    /// <summary>Gets the columns for running text.</summary>
    public int TextWidth => IsInteractive && System.Console.WindowWidth > 0 ? Math.Min(System.Console.WindowWidth, WidestPage) : PageWidth;

    /// <summary>Looks at the process's streams and environment.</summary>
    public static Terminal Detect()
    {
        bool isInteractive = !System.Console.IsOutputRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb";
        bool isColoured = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        return new Terminal(System.Console.Out, System.Console.Error, isInteractive, isColoured);
    }

    /// <summary>Opens standard input.</summary>
    /// <param name="what">What is read from it.</param>
    /// <exception cref="UserError">Standard input is a terminal, where nobody can type an image.</exception>
    public Stream OpenInput(string what)
    {
        if (Input is null && !System.Console.IsInputRedirected)
            throw new UserError($"Standard input is the terminal; pipe or redirect {what} into it, as in 'mlnet-digits predict - < digit.png'.");
        return Input ?? System.Console.OpenStandardInput();
    }

    /// <summary>Writes an error as one line to standard error.</summary>
    public void WriteError(string message)
    {
        bool isColoured = !System.Console.IsErrorRedirected && IsInteractive && IsColoured;
        Error.WriteLine(isColoured ? $"\e[31;1merror:\e[0m {message}" : $"error: {message}");
    }

    private IAnsiConsole CreateConsole(int? width)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = IsInteractive ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = IsInteractive && IsColoured ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = IsInteractive ? InteractionSupport.Yes : InteractionSupport.No,
            Out = new AnsiConsoleOutput(Output),
        });
        console.Profile.Capabilities.Unicode = IsUnicode;
        if (width is not null || !IsInteractive)
            console.Profile.Width = width ?? PlainWidth;
        return console;
    }
}
