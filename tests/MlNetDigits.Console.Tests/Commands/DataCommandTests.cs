using System.Text.Json;

namespace MlNetDigits.Console.Tests.Commands;

public sealed class DataCommandTests
{
    [Fact]
    public void Data_Checkout_ShowsCountsAndDigitsWithoutColour()
    {
        Invocation run = Invocation.Run("data");

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        Assert.Contains("train   60,000  5923  6742", run.Output);
        Assert.Contains("██", run.Output);
        Assert.DoesNotContain('\e', run.Output);
    }

    [Fact]
    public void Data_Json_IsOneDocument()
    {
        Invocation run = Invocation.Run("data", "--json");

        JsonElement json = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(60_000, json.GetProperty("train").GetProperty("images").GetInt32());
        Assert.Equal(1_135, json.GetProperty("test").GetProperty("digits")[1].GetInt32());
    }

    [Fact]
    public void Data_AlteredFile_IsOneLineAndExitCodeOne()
    {
        string folder = Directory.CreateTempSubdirectory("altered").FullName;
        foreach (string name in (string[])["train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"])
            File.WriteAllBytes(Path.Combine(folder, name), [0, 0, 8, 3, 0]);

        Invocation run = Invocation.Run("data", "--data", folder);
        Directory.Delete(folder, recursive: true);

        Assert.Equal((1, string.Empty), (run.ExitCode, run.Output));
        Assert.StartsWith("error: ", run.Error);
        Assert.Contains(folder, run.Error);
        Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
