namespace MlNetDigits.Console.Tests.Commands;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("'trian' is not a command. Did you mean 'train'?", "trian")]
    [InlineData("--examples is '1,5'; give a whole number from 0 to 100.", "data", "--examples", "1,5")]
    [InlineData("--examples is '101'; give a whole number from 0 to 100.", "data", "--examples", "101")]
    [InlineData("Unrecognized command or argument '--colour'.", "data", "--colour")]
    public void Run_WrongCommandLine_IsOneLineAndExitCodeOne(string message, params string[] arguments)
    {
        (int code, string output, string error) = Run(arguments);

        Assert.Equal((1, string.Empty), (code, output));
        Assert.StartsWith($"error: {message} See 'mlnet-digits", error);
        Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void Run_NoArguments_ShowsTheCommandsAndFails()
    {
        (int code, string output, _) = Run();

        Assert.Equal(1, code);
        Assert.Contains("data", output);
    }

    private static (int Code, string Output, string Error) Run(params string[] arguments)
    {
        using StringWriter output = new(), error = new();
        int code = new Console.Application(new Console.Hosting.Terminal(output, error, isInteractive: false, isColoured: false)).Run(arguments);
        return (code, output.ToString(), error.ToString());
    }
}
