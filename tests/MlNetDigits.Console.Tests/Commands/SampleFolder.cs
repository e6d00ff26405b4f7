namespace MlNetDigits.Console.Tests.Commands;

/// <summary>The checkout's sample digits.</summary>
internal static class SampleFolder
{
    public static string Path { get; } = Find();

    private static string Find()
    {
        for (string? folder = AppContext.BaseDirectory; folder is not null; folder = System.IO.Path.GetDirectoryName(folder))
        {
            string samples = System.IO.Path.Combine(folder, "data", "samples");
            if (Directory.Exists(samples))
                return samples;
        }

        throw new DirectoryNotFoundException("The checkout has no data/samples.");
    }
}
