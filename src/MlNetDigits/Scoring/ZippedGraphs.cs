using System.Buffers.Binary;
using System.IO.Compression;
using MlNetDigits.Networks.Onnx;

namespace MlNetDigits.Scoring;

/// <summary>The ONNX graphs in a model that ML.NET saved, read without loading it.</summary>
internal static class ZippedGraphs
{
    /// <summary>Reads the graphs of all ONNX steps, in the order of the chain.</summary>
    /// <param name="zip">What ML.NET saved.</param>
    /// <exception cref="InvalidDataException">The zip or a graph is damaged.</exception>
    public static IEnumerable<OnnxModel> Read(Stream zip)
    {
        using var archive = new ZipArchive(zip, ZipArchiveMode.Read, leaveOpen: true);
        foreach (ZipArchiveEntry entry in archive.Entries.Where(entry => entry.Name == "OnnxModel").OrderBy(entry => entry.FullName, StringComparer.Ordinal))
        {
            using Stream content = entry.Open();
            using var copy = new MemoryStream();
            content.CopyTo(copy);
            ReadOnlySpan<byte> bytes = copy.GetBuffer().AsSpan(0, (int)copy.Length);
            // ML.NET writes the length before the bytes.
            if (bytes.Length >= 4 && BinaryPrimitives.ReadInt32LittleEndian(bytes) == bytes.Length - 4)
                bytes = bytes[4..];
            yield return OnnxModel.Parse(bytes);
        }
    }

    /// <summary>Joins the facts that the graphs keep; those of later steps count.</summary>
    /// <param name="zip">What ML.NET saved.</param>
    /// <exception cref="InvalidDataException">The zip or a graph is damaged.</exception>
    public static Dictionary<string, string> Facts(byte[] zip)
    {
        var facts = new Dictionary<string, string>();
        foreach ((string key, string value) in Read(new MemoryStream(zip)).SelectMany(graph => graph.Metadata))
            facts[key] = value;
        return facts;
    }
}
