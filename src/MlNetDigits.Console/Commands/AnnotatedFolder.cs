using MlNetDigits.Charts;

namespace MlNetDigits.Console.Commands;

/// <summary>A folder for pictures with what was read on them, each of a name of its own.</summary>
internal sealed class AnnotatedFolder
{
    private readonly string _folder;
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    public AnnotatedFolder(string folder) => _folder = Directory.CreateDirectory(folder).FullName;

    /// <summary>Writes a picture under the file's name, with a number where another file has it too.</summary>
    /// <param name="file">The file, or <c>-</c>.</param>
    /// <param name="page">Its page, from 1, which the name ends with; null where there is one alone.</param>
    /// <param name="picture">The picture.</param>
    public void Write(string file, int? page, ReadingPicture picture)
    {
        string stem = file == ImagePaths.StandardInput ? "input" : Path.GetFileNameWithoutExtension(file);
        if (page is not null)
            stem = FormattableString.Invariant($"{stem}-{page}");
        string name = stem;
        for (int number = 2; !_taken.Add(name); number++)
            name = FormattableString.Invariant($"{stem}-{number}");
        File.WriteAllBytes(Path.Combine(_folder, name + ".png"), picture.Draw().ToPng(scale: 1));
    }
}
