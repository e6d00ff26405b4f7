using System.CommandLine;
using MlNetDigits.Console.Hosting;

namespace MlNetDigits.Console.Commands;

/// <summary>Which model a command uses: the one given, else the one trained last.</summary>
internal static class ModelChoice
{
    private const string DefaultFolder = "artifacts";
    private const string OnnxName = "digits.onnx";

    /// <summary>Creates the option that names a model.</summary>
    public static Option<string?> Option() => new("--model", "-m")
    {
        Description = $"ONNX or ML.NET model, or a folder with {OnnxName}. Default: the latest of {DefaultFolder}/*/{OnnxName}.",
        HelpName = "path",
    };

    /// <summary>Finds the model's file.</summary>
    public static string Find(string? given) => given is null ? Latest() : Directory.Exists(given) ? InFolder(given) : Existing(given);

    private static string Latest() => Directory.Exists(DefaultFolder)
        && new DirectoryInfo(DefaultFolder).GetDirectories().SelectMany(folder => folder.GetFiles(OnnxName)).MaxBy(file => file.LastWriteTimeUtc) is { } latest
        ? Path.GetRelativePath(Directory.GetCurrentDirectory(), latest.FullName)
        : throw new UserError($"There is no model in '{Path.GetFullPath(DefaultFolder)}'; train one with 'mlnet-digits train', or name one with --model.");

    private static string InFolder(string folder) => Existing(Path.Combine(folder, OnnxName));

    private static string Existing(string path) => File.Exists(path)
        ? path
        : throw new UserError($"The model '{path}' does not exist; train one with 'mlnet-digits train', or name another with --model.");
}
