namespace Packages.Tests;

/// <summary>Commands of the README, so that what is tested is what it says.</summary>
internal static class ReadmeCommand
{
    /// <summary>The arguments of the one <c>dotnet</c> command that begins so.</summary>
    /// <param name="begin">First words, such as <c>pack</c>.</param>
    /// <param name="changed">Words that a test has to change, each with what it becomes.</param>
    public static string[] Arguments(string begin, params (string Word, string[] Becomes)[] changed)
    {
        string line = File.ReadLines(Path.Combine(Build.Checkout, "README.md")).Single(line => line.StartsWith($"dotnet {begin} ", StringComparison.Ordinal));
        string[] words = line.Split(' ')[1..];
        return [.. words.SelectMany(word => changed.Where(it => it.Word == word).Select(it => it.Becomes).DefaultIfEmpty([word]).First())];
    }
}
