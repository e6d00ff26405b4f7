using Packages.Tests.Packing;

namespace Packages.Tests.Consumers;

[Collection(FeedCollection.Name)]
public sealed class ConsoleAppTests(Feed feed)
{
    [Fact]
    public async Task ConsoleApp_WithTheReadmesCode_ReadsADigit()
    {
        using Consumer consumer = await Consumer.CreateAsync("console", feed);
        File.Copy(Build.Sample("7-pen.png"), Path.Combine(consumer.Folder, "digit.png"));
        consumer.Write("Program.cs", ReadmeCode.Block("MlNetDigits", 0));
        consumer.Write("Training.cs", ReadmeCode.Method("MlNetDigits", 2, "Training"));
        consumer.Write("Networks.cs", ReadmeCode.Method("MlNetDigits.Networks", 0, "Networks", "byte[] pixels, int[] labels"));

        await consumer.BuildAsync();
        string answer = await consumer.DotNet(consumer.Program).RunAsync();

        Assert.StartsWith("7 (", answer, StringComparison.Ordinal);
        Assert.Equal(["best.onnx", "lines.onnx", "robust.onnx", "tiny.onnx"], Directory.GetFiles(Path.Combine(Path.GetDirectoryName(consumer.Program)!, "models")).Select(Path.GetFileName).Order());
    }
}
