using System.Globalization;
using MlNetDigits.Console.Hosting;

namespace MlNetDigits.Console.Synthesizing;

/// <summary>A folder that appears with all of its files, or not at all.</summary>
internal sealed class NewFolder : IDisposable
{
    private readonly string _target;

    private NewFolder(string target)
    {
        _target = target;
        Path = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(target)!, string.Create(CultureInfo.InvariantCulture, $".{System.IO.Path.GetFileName(target)}.writing-{Environment.ProcessId}"));
    }

    /// <summary>Gets the folder to write to, which has another name until all is written.</summary>
    public string Path { get; }

    /// <summary>Makes a folder to write to.</summary>
    /// <param name="path">The name that it gets; nothing may be there but an empty folder.</param>
    /// <exception cref="UserError">Something is there, or the folder cannot be made.</exception>
    public static NewFolder Create(string path)
    {
        string target = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path));
        if (File.Exists(target))
            throw new UserError($"'{path}' is a file; name a new folder with --output.");
        if (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any())
            throw new UserError($"'{path}' is not empty, and nothing in it is overwritten; name a new folder with --output, or empty it.");
        var folder = new NewFolder(target);
        try
        {
            Directory.CreateDirectory(folder.Path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UserError($"'{path}' cannot be written: {error.Message.TrimEnd('.')}; name another folder with --output.", error);
        }

        return folder;
    }

    /// <summary>Gives the folder its name.</summary>
    public void Commit()
    {
        if (Directory.Exists(_target)) Directory.Delete(_target);
        Directory.Move(Path, _target);
    }

    /// <summary>Removes what was not committed.</summary>
    public void Dispose()
    {
        if (Directory.Exists(Path)) Directory.Delete(Path, recursive: true);
    }
}
