using System.Diagnostics;

namespace MlNetDigits.Console.Tests.Commands;

/// <summary>Trainings whose process is killed without warning, wherever it happens to be.</summary>
public sealed class KilledTrainingTests(KilledTrainingTests.Uninterrupted uninterrupted) : IClassFixture<KilledTrainingTests.Uninterrupted>
{
    private static readonly string[] Arguments = ["train", "--arch", "lenet5", "--limit", "2000", "--epochs", "3", "--seed", "5", "--no-report"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Train_KilledThriceAtMomentsOfASeed_ResumesToTheSameFile(int seed)
    {
        var random = new Random(seed);
        string[] arguments = [.. Arguments, "-o", uninterrupted.Root, "--name", $"killed-{seed}"];
        for (int kill = 0; kill < 3; kill++)
            Kill([.. arguments, .. kill == 0 ? Array.Empty<string>() : ["--resume"]], uninterrupted.Duration * random.NextDouble());

        Invocation run = Invocation.Run([.. arguments, "--resume"]);

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        Assert.Equal(uninterrupted.Onnx, File.ReadAllBytes(Path.Combine(uninterrupted.Root, $"killed-{seed}", "digits.onnx")));
        Assert.DoesNotContain(Directory.GetFileSystemEntries(Path.Combine(uninterrupted.Root, $"killed-{seed}")), path => Path.GetFileName(path).StartsWith('.'));
    }

    private static void Kill(string[] arguments, TimeSpan after)
    {
        using Process process = Invocation.Start(arguments);
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        if (!process.WaitForExit(after))
            process.Kill();
        process.WaitForExit();
    }

    /// <summary>The same training, left alone.</summary>
    public sealed class Uninterrupted : IDisposable
    {
        public Uninterrupted()
        {
            long start = Stopwatch.GetTimestamp();
            Invocation run = Invocation.RunProcess([.. Arguments, "-o", Root, "--name", "whole"]);
            Duration = Stopwatch.GetElapsedTime(start);
            Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
            Onnx = File.ReadAllBytes(Path.Combine(Root, "whole", "digits.onnx"));
        }

        public string Root { get; } = Directory.CreateTempSubdirectory("killed").FullName;

        public byte[] Onnx { get; }

        public TimeSpan Duration { get; }

        public void Dispose() => Directory.Delete(Root, recursive: true);
    }
}
