using System.Runtime.CompilerServices;

namespace MlNetDigits.Notebooks;

/// <summary>Shows the values of an app: texts in the terminal, pictures as files.</summary>
internal static class Terminal
{
    private static readonly Dictionary<DisplayedValue, string> _files = [];

    private static string _start = "", _pictures = "";

    /// <summary>Lets the app work in its own folder, as a notebook does, wherever it was started.</summary>
    [ModuleInitializer]
    internal static void Open()
    {
        _start = Environment.CurrentDirectory;
        Environment.CurrentDirectory = (string)AppContext.GetData("EntryPointFileDirectoryPath")!;
        string name = Path.GetFileNameWithoutExtension((string)AppContext.GetData("EntryPointFilePath")!);
        _pictures = Path.GetFullPath(Path.Combine("..", "artifacts", "notebooks", name));
        DisplayedValue.Changed = Show;
    }

    /// <summary>Where pictures lie goes to standard error, so that standard output is the text alone.</summary>
    private static void Show(DisplayedValue displayed)
    {
        Console.WriteLine(Formatters.Format(displayed.Value, "text/plain"));
        if (!Formatters.MimeTypesOf(displayed.Value).Contains("image/svg+xml")) return;
        bool isNew = !_files.TryGetValue(displayed, out string? file);
        file ??= _files[displayed] = Path.Combine(_pictures, $"{_files.Count + 1:00}.svg");
        Directory.CreateDirectory(_pictures);
        File.WriteAllText(file, Formatters.Format(displayed.Value, "image/svg+xml"));
        if (isNew) Console.Error.WriteLine($"  picture: {Path.GetRelativePath(_start, file)}");
    }
}
