using System.Buffers.Binary;
using System.IO.Compression;
using System.Xml.Linq;

namespace Packages.Tests.Packing;

[Collection(FeedCollection.Name)]
public sealed class PackageContentTests(Feed feed)
{
    public static TheoryData<string> Ids => [.. Feed.Ids];

    public static TheoryData<string> Libraries => [.. Feed.Ids.Where(id => id != "MlNetDigits.Console")];

    [Fact]
    public void Pack_OfTheSolution_GivesTheLibrariesAndTheTool() =>
        Assert.Equal(Feed.Ids, Directory.GetFiles(feed.Packages, "*.nupkg").Select(Feed.IdOf).Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(Ids))]
    public void Package_Manifest_SaysWhatItIs(string id)
    {
        using ZipArchive package = feed.Open(id);

        XElement about = Manifest(package, id);

        Assert.Equal(id, Value(about, "id"));
        Assert.StartsWith("MIT", Value(about, "license"), StringComparison.Ordinal);
        Assert.InRange(Value(about, "description").Length, 60, 300);
        Assert.Contains("mnist", Value(about, "tags"), StringComparison.Ordinal);
        Assert.DoesNotContain("Microsoft", Value(about, "authors"), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Ids))]
    public void Package_ReadmeAndIcon_AreInside(string id)
    {
        using ZipArchive package = feed.Open(id);

        string readme = Text(package, "README.md");
        byte[] icon = Bytes(package, "icon.png");

        Assert.InRange(readme.Split('\n').Length, 5, 90);
        Assert.Equal("PNG"u8, icon.AsSpan(1, 3));
        Assert.Equal((128, 128), (BinaryPrimitives.ReadInt32BigEndian(icon.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(icon.AsSpan(20))));
    }

    [Theory, MemberData(nameof(Libraries))]
    public void Library_DocumentationAndSymbols_ComeWithIt(string id)
    {
        using ZipArchive package = feed.Open(id), symbols = feed.Open(id, "snupkg");

        string library = Assert.Single(package.Entries, entry => entry.FullName.EndsWith(".dll", StringComparison.Ordinal) && entry.FullName.StartsWith("lib/net10.0/", StringComparison.Ordinal)).FullName;

        Assert.Contains("<summary>", Text(package, Path.ChangeExtension(library, "xml")), StringComparison.Ordinal);
        Assert.NotNull(symbols.GetEntry(Path.ChangeExtension(library, "pdb")));
    }

    [Fact]
    public void Packages_Natives_LieInRuntimes()
    {
        using ZipArchive digits = feed.Open("MlNetDigits");
        using ZipArchive runtime = feed.Open(Build.IsOfficial ? "MlNetDigits" : "MlNetDigits.OnnxRuntime");
        string folder = $"runtimes/{Build.Runtime}/native/";

        Assert.Contains(digits.Entries, entry => entry.FullName.StartsWith(folder, StringComparison.Ordinal) && entry.Name.Contains("vips", StringComparison.Ordinal));
        Assert.True(Build.IsOfficial || runtime.Entries.Any(entry => entry.FullName.StartsWith(folder, StringComparison.Ordinal) && entry.Name.Contains("onnxruntime", StringComparison.Ordinal)));
    }

    [Fact]
    public void Libraries_Files_AreNotDoubled()
    {
        var files = new List<(uint, long)>();
        foreach (string id in Feed.Ids.Where(id => id != "MlNetDigits.Console"))
        {
            using ZipArchive package = feed.Open(id);
            files.AddRange(package.Entries.Where(entry => entry.Name is not "icon.png" and not "[Content_Types].xml").Select(entry => (entry.Crc32, entry.Length)));
        }

        Assert.Equal(files.Count, files.Distinct().Count());
    }

    [Fact]
    public void Tool_Content_IsWhatRunsAndNoMore()
    {
        using ZipArchive package = feed.Open("MlNetDigits.Console");
        string[] files = [.. package.Entries.Select(entry => entry.FullName.Replace("tools/net10.0/any/", ""))];

        Assert.Contains("models/best.onnx", files);
        Assert.Contains("mlnet-digits.pdb", files);
        Assert.DoesNotContain(files, file => file.EndsWith(".xml", StringComparison.Ordinal) && file is not "DotnetToolSettings.xml" and not "[Content_Types].xml");
        Assert.DoesNotContain(files, file => file.Contains("s390x", StringComparison.Ordinal) || file.Contains("wasm", StringComparison.Ordinal));
    }

    [Fact]
    public void Digits_Dependencies_AreOursOrMicrosofts()
    {
        using ZipArchive package = feed.Open("MlNetDigits");

        string[] dependencies = [.. Manifest(package, "MlNetDigits").Descendants().Where(element => element.Name.LocalName == "dependency").Select(element => element.Attribute("id")!.Value)];

        Assert.Contains("MlNetDigits.Networks", dependencies);
        Assert.Contains(Build.IsOfficial ? "Microsoft.ML" : "MlNetDigits.MLNet", dependencies);
        Assert.DoesNotContain(Build.IsOfficial ? "MlNetDigits.MLNet" : "Microsoft.ML", dependencies);
    }

    private static XElement Manifest(ZipArchive package, string id)
    {
        using Stream stream = package.GetEntry($"{id}.nuspec")!.Open();
        return XDocument.Load(stream).Root!.Elements().Single();
    }

    private static string Value(XElement about, string name) => about.Elements().Single(element => element.Name.LocalName == name).Value;

    private static string Text(ZipArchive package, string name)
    {
        using var reader = new StreamReader(package.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }

    private static byte[] Bytes(ZipArchive package, string name)
    {
        using var memory = new MemoryStream();
        using Stream stream = package.GetEntry(name)!.Open();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}
