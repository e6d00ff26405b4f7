using System.Text.Json;
using MlNetDigits.Networks;
using MlNetDigits.Networks.Architectures;

namespace MlNetDigits.Console.Tests.Commands;

public sealed class SummaryCommandTests
{
    [Fact]
    public void Summary_Simple_ShowsKerassParameters()
    {
        Invocation run = Invocation.Run("summary", "simple");

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        Assert.Contains("34,826", run.Output);
        Assert.Contains("5×5×64", run.Output);
    }

    [Fact]
    public void Summary_Json_AgreesWithTheNetwork()
    {
        Invocation run = Invocation.Run("summary", "tiny", "--json");

        Network network = Architecture.Create("tiny", new Shape(28, 28, 1), 10);
        JsonElement json = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(network.ParameterCount, json.GetProperty("parameters").GetInt32());
        Assert.Equal(network.Nodes.Count, json.GetProperty("layers").GetArrayLength());
    }

    [Fact]
    public void Summary_Unknown_NamesTheArchitectures()
    {
        Invocation run = Invocation.Run("summary", "alexnet");

        Assert.Equal((1, string.Empty), (run.ExitCode, run.Output));
        Assert.StartsWith("error: 'alexnet' is neither an ONNX file nor an architecture", run.Error);
        Assert.Contains("standard, simple, lenet5, resnet, tiny, fast, best", run.Error);
    }
}
