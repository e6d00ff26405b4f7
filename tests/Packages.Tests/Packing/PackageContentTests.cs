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

    [Theory, MemberData(nameof(Libraries))]
    public void Library_Natives_ComeFromPackagesOfOthers(string id)
    {
        using ZipArchive package = feed.Open(id);

        Assert.DoesNotContain(package.Entries, entry => entry.FullName.StartsWith("runtimes/", StringComparison.Ordinal));
        Assert.Equal(id is "MlNetDigits.Insight" ? "MIT AND OFL-1.1" : "MIT", Value(Manifest(package, id), "license"));
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
        Assert.DoesNotContain(files, file => Path.GetExtension(file) is ".dbg" or ".dwarf" or ".lib" or ".aar" or ".zip");
        Assert.InRange(package.Entries.Sum(entry => entry.CompressedLength), 20 << 20, 160 << 20);
    }

    [Theory]
    [InlineData("linux-x64", "libvips.so.42", "libonnxruntime.so", "libSkiaSharp.so", "libLdaNative.so", "libe_sqlite3.so")]
    [InlineData("linux-arm64", "libvips.so.42", "libonnxruntime.so", "libSkiaSharp.so", "libLdaNative.so", "libe_sqlite3.so")]
    [InlineData("win-x64", "libvips-42.dll", "onnxruntime.dll", "libSkiaSharp.dll", "LdaNative.dll", "e_sqlite3.dll")]
    [InlineData("win-arm64", "libvips-42.dll", "onnxruntime.dll", "libSkiaSharp.dll", "LdaNative.dll", "e_sqlite3.dll")]
    [InlineData("osx-arm64", "libvips.42.dylib", "libonnxruntime.dylib", "libLdaNative.dylib", "libe_sqlite3.dylib")]
    [InlineData("osx", "libSkiaSharp.dylib")]
    public void Tool_Natives_ServeEveryRuntime(string runtime, params string[] libraries)
    {
        using ZipArchive package = feed.Open("MlNetDigits.Console");

        string[] natives = [.. package.Entries.Where(entry => entry.FullName.Contains($"/runtimes/{runtime}/native/", StringComparison.Ordinal)).Select(entry => entry.Name)];

        Assert.Superset(libraries.ToHashSet(), natives.ToHashSet());
    }

    [Fact]
    public void Tool_Natives_AreOfServedRuntimesAlone()
    {
        using ZipArchive package = feed.Open("MlNetDigits.Console");

        IEnumerable<string> runtimes = package.Entries.Select(entry => entry.FullName.Split('/')).Where(path => path.Length > 6 && path[3] == "runtimes" && path[5] == "native").Select(path => path[4]);

        Assert.Equal(["linux-arm64", "linux-x64", "osx", "osx-arm64", "win-arm64", "win-x64"], runtimes.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Tool_Licenses_CoverItsNatives()
    {
        using ZipArchive package = feed.Open("MlNetDigits.Console");

        string[] licenses = [.. package.Entries.Where(entry => entry.FullName.Contains("/licenses/", StringComparison.Ordinal) && entry.Length > 500).Select(entry => entry.Name)];

        Assert.Superset(new HashSet<string> { "OnnxRuntime.txt", "SkiaSharp.txt", "libvips.md" }, licenses.ToHashSet());
    }

    [Fact]
    public void Digits_Dependencies_BringNativesOfEveryRuntime()
    {
        using ZipArchive package = feed.Open("MlNetDigits");

        XElement[] dependencies = [.. Manifest(package, "MlNetDigits").Descendants().Where(element => element.Name.LocalName == "dependency")];
        string[] ids = [.. dependencies.Select(element => element.Attribute("id")!.Value)];

        Assert.Superset(new HashSet<string> { "MlNetDigits.Networks", "MlNetDigits.Pool", "Microsoft.ML", "Microsoft.ML.OnnxRuntime", "NetVips" }, ids.ToHashSet());
        Assert.Equal(["linux-arm64", "linux-x64", "osx-arm64", "win-arm64", "win-x64"], ids.Where(id => id.StartsWith("NetVips.Native.", StringComparison.Ordinal)).Select(id => id["NetVips.Native.".Length..]).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(dependencies, dependency => dependency.Attribute("exclude")?.Value.Contains("Native", StringComparison.OrdinalIgnoreCase) == true);
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
