using MlNetDigits.Charts;

namespace MlNetDigits.Console.Commands;

/// <summary>A folder for pictures with what was read on them, each of a name of its own.</summary>
internal sealed class AnnotatedFolder
{
    private readonly string _folder;
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    public AnnotatedFolder(string folder) => _folder = Directory.CreateDirectory(folder).FullName;

    /// <summary>Writes a picture under the file's name, with a number where another file has it too.</summary>
    public void Write(string file, ReadingPicture picture)
    {
        string stem = file == ImagePaths.StandardInput ? "input" : Path.GetFileNameWithoutExtension(file), name = stem;
        for (int number = 2; !_taken.Add(name); number++)
            name = FormattableString.Invariant($"{stem}-{number}");
        File.WriteAllBytes(Path.Combine(_folder, name + ".png"), picture.Draw().ToPng(scale: 1));
    }
}
