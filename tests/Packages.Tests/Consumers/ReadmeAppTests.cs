using System.Text.RegularExpressions;
using Packages.Tests.Packing;

namespace Packages.Tests.Consumers;

[Collection(FeedCollection.Name)]
public sealed partial class ReadmeAppTests(Feed feed)
{
    [Fact]
    public async Task ReadmesFirstLines_InANewAppBesideMicrosoftML_TrainEvaluateAndSave()
    {
        string mnist = Build.Mnist;
        string readme = File.ReadAllText(Path.Combine(Build.Checkout, "README.md")).ReplaceLineEndings("\n");
        using Consumer consumer = await Consumer.CreateAsync("console", feed, ["Microsoft.ML"], fromMachinesSources: true);
        consumer.Write("Program.cs", Program(readme));
        await consumer.BuildAsync();

        string output = await consumer.DotNet(consumer.Program).With("MNIST_DIR", mnist).RunAsync();

        Assert.Matches(@"\A9[5-9][.,]\d\d", output);
        Assert.Contains("Confusion table", output);
        Assert.All(["digits.zip", "digits.onnx"], file => Assert.InRange(new FileInfo(Path.Combine(consumer.Folder, file)).Length, 10_000, 10_000_000));
    }

    /// <summary>The first block with the namespaces that the text below it names, trained for one epoch.</summary>
    private static string Program(string readme)
    {
        string code = Block().Match(readme).Groups["code"].Value;
        string sentence = Namespaces().Match(readme).Value;
        IEnumerable<string> usings = Span().Matches(sentence).Select(name => $"using {name.Groups[1].Value};");
        Assert.Single(Options().Matches(code));
        return $"{string.Join('\n', usings)}\n\n{Options().Replace(code, "new ConvolutionalNetworkOptions { Epoch = 1, ")}";
    }

    [GeneratedRegex("^```csharp\n(?<code>.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();

    [GeneratedRegex("^It uses the namespaces [^;]*;", RegexOptions.Multiline)]
    private static partial Regex Namespaces();

    [GeneratedRegex("`([A-Za-z.]+)`")]
    private static partial Regex Span();

    [GeneratedRegex(@"new ConvolutionalNetworkOptions \{ ")]
    private static partial Regex Options();
}
