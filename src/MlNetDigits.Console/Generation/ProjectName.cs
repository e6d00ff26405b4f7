namespace MlNetDigits.Console.Generation;

/// <summary>Makes a project's name of a model's: letters and digits, each word capitalized.</summary>
internal static class ProjectName
{
    private const string Prefix = "Model";

    /// <summary>Makes the name; <c>my photos-2</c> becomes <c>MyPhotos2</c>.</summary>
    public static string From(string modelName)
    {
        string[] words = new string([.. modelName.Normalize().Select(letter => char.IsLetterOrDigit(letter) ? letter : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string name = string.Concat(words.Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
        return name.Length > 0 && char.IsLetter(name[0]) ? name : Prefix + name;
    }

    /// <summary>Names a model by its file, or by its folder where the file is called like all others.</summary>
    public static string OfModel(string path)
    {
        string file = Path.GetFileNameWithoutExtension(path);
        return file.Equals("digits", StringComparison.OrdinalIgnoreCase) ? Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(path))) ?? file : file;
    }
}
