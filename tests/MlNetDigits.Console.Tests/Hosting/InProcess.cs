using MlNetDigits.Console.Hosting;
using MlNetDigits.RequiredMnist;

namespace MlNetDigits.Console.Tests.Hosting;

/// <summary>A run of the app within the test's process, for commands that need no process of their own.</summary>
internal static class InProcess
{
    public static (int Code, string Output, string Error) Run(params string[] arguments) => RunWithInput(null, arguments);

    public static (int Code, string Output, string Error) RunWithInput(Stream? input, params string[] arguments)
    {
        using StringWriter output = new() { NewLine = "\n" }, error = new() { NewLine = "\n" };
        var terminal = new Terminal(TextWriter.Synchronized(output), TextWriter.Synchronized(error), isInteractive: false, isColoured: false) { Input = input };
        int code = new Application(terminal).Run(arguments);
        MnistMissingException.ThrowIfCause(code, error.ToString());
        return (code, output.ToString(), error.ToString());
    }
}
