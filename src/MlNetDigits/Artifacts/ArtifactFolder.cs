using System.Diagnostics;
using System.Globalization;

namespace MlNetDigits.Artifacts;

/// <summary>An output folder whose files are replaced together, and only when all are written.</summary>
/// <remarks>
/// Files are written into a hidden folder beside the final ones. <see cref="Commit"/> renames them over the old files, each atomically.
/// Without it, or after an error, everything that existed before stays as it was.
/// </remarks>
public sealed class ArtifactFolder : IDisposable
{
    private const string Prefix = ".writing-";

    private readonly string _staging;
    private readonly List<string> _names = [];
    private readonly string[] _created;

    private ArtifactFolder(string path, string staging)
    {
        FullPath = path;
        _staging = staging;
        _created = [.. Ancestors(path).TakeWhile(folder => !Directory.Exists(folder))];
    }

    /// <summary>Gets the folder's absolute path.</summary>
    public string FullPath { get; }

    /// <summary>Creates the folder if needed and makes sure that files can be written to it.</summary>
    /// <param name="path">The folder.</param>
    /// <returns>An open folder; dispose it to remove what was not committed.</returns>
    /// <exception cref="IOException">The folder cannot be created or written to; the message names it.</exception>
    public static ArtifactFolder Open(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        string full = Path.GetFullPath(path);
        var folder = new ArtifactFolder(full, Path.Combine(full, Prefix + Environment.ProcessId.ToString(CultureInfo.InvariantCulture)));
        try
        {
            RemoveLeftovers(full);
            Directory.CreateDirectory(folder._staging);
            string probe = Path.Combine(folder._staging, "probe");
            File.WriteAllBytes(probe, [1]);
            File.Delete(probe);
            return folder;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            folder.Dispose();
            throw new IOException($"The output folder '{full}' cannot be written to: {error.Message.TrimEnd('.')}. Free its disk, or choose another folder.", error);
        }
    }

    /// <summary>Writes one file, not yet under its final name.</summary>
    /// <param name="name">The file's name, or folder and name with a slash between.</param>
    /// <param name="write">Writes to the path that it is given.</param>
    /// <exception cref="IOException">Writing failed, such as on a full disk; the message names the file.</exception>
    public void Stage(string name, Action<string> write)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(write);
        string temporary = Path.Combine(_staging, name);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(temporary)!);
            write(temporary);
            using FileStream file = new(temporary, FileMode.Open, FileAccess.ReadWrite);
            file.Flush(flushToDisk: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"'{Path.Combine(FullPath, name)}' could not be written: {error.Message.TrimEnd('.')}. The files there before are unchanged.", error);
        }

        _names.Add(name);
    }

    /// <summary>Puts all staged files in their places.</summary>
    public void Commit()
    {
        foreach (string name in _names)
        {
            string target = Path.Combine(FullPath, name);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Move(Path.Combine(_staging, name), target, overwrite: true);
        }

        _names.Clear();
    }

    /// <summary>Removes staged files that were not committed, and folders created for nothing.</summary>
    public void Dispose()
    {
        try
        {
            if (Directory.Exists(_staging))
                Directory.Delete(_staging, recursive: true);
            foreach (string folder in _created.TakeWhile(folder => Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any()))
                Directory.Delete(folder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A leftover hidden folder harms nothing, and an error here would hide the one that led to it.
        }
    }

    private static IEnumerable<string> Ancestors(string path)
    {
        for (string? folder = path; folder is not null; folder = Path.GetDirectoryName(folder))
            yield return folder;
    }

    /// <summary>Removes what processes left that were killed while they wrote.</summary>
    private static void RemoveLeftovers(string path)
    {
        if (!Directory.Exists(path)) return;
        foreach (string leftover in Directory.GetDirectories(path, Prefix + "*"))
        {
            if (int.TryParse(Path.GetFileName(leftover)[Prefix.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out int process) && !IsRunning(process))
                Directory.Delete(leftover, recursive: true);
        }
    }

    private static bool IsRunning(int id)
    {
        try
        {
            using Process process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
