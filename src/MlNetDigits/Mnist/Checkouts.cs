namespace MlNetDigits.Mnist;

/// <summary>Checkouts of this project, whose data serve the apps that are built in them.</summary>
internal static class Checkouts
{
    private const string Mark = "MlNetDigits.sln";

    /// <summary>The roots of all checkouts that a folder lies in, the nearest first.</summary>
    public static IEnumerable<string> Around(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, Mark))) yield return folder.FullName;
    }
}
