using System.Runtime.CompilerServices;
using Microsoft.DotNet.Interactive.Formatting;

namespace MlNetDigits.Notebooks;

/// <summary>Shows the values of an app: texts in the terminal, pictures as files.</summary>
internal static class Terminal
{
    private static readonly Dictionary<string, string> _files = [];

    private static string _start = "", _pictures = "";

    /// <summary>Lets the app work in its own folder, as a notebook does, wherever it was started.</summary>
    [ModuleInitializer]
    internal static void Open()
    {
        _start = Environment.CurrentDirectory;
        Environment.CurrentDirectory = (string)AppContext.GetData("EntryPointFileDirectoryPath")!;
        string name = Path.GetFileNameWithoutExtension((string)AppContext.GetData("EntryPointFilePath")!);
        _pictures = Path.GetFullPath(Path.Combine("..", "artifacts", "notebooks", name));
        Formatter.SubscribeToDisplayedValues(Show);
    }

    /// <summary>Where pictures lie goes to standard error, so that standard output is the text alone.</summary>
    internal static void Show(DisplayedValue displayed)
    {
        Console.WriteLine(displayed.Value.ToDisplayString("text/plain"));
        if (displayed.FormattedValues.FirstOrDefault(formatted => formatted.MimeType == "image/svg+xml") is not { } picture) return;
        bool isNew = !_files.TryGetValue(displayed.DisplayId, out string? file);
        file ??= _files[displayed.DisplayId] = Path.Combine(_pictures, $"{_files.Count + 1:00}.svg");
        Directory.CreateDirectory(_pictures);
        File.WriteAllText(file, picture.Value);
        if (isNew) Console.Error.WriteLine($"  picture: {Path.GetRelativePath(_start, file)}");
    }
}
