using System.IO.Compression;

namespace Microsoft.ML;

/// <summary>What the entries of a model file are called and how they are verified.</summary>
internal static class ModelFile
{
    public const string HeaderName = "Model.key";
    public const string TransformerFolder = "TransformerChain";
    public const string LoaderFolder = "DataLoaderModel";
    public const string SchemaEntry = "Schema";
    public const string VersionEntry = "TrainingInfo/Version.txt";
    public const string Version = "5.0.0.";
    public const int FormatVersion = 0x10000;

    private static readonly uint[] _crcTable = MakeTable();

    public static byte[] Magic { get; } = "ML\0MODEL"u8.ToArray();

    public static string Combine(string folder, string name) => folder.Length == 0 ? name : $"{folder}/{name}";

    /// <summary>Reads an entry whole and verifies its checksum.</summary>
    public static byte[] ReadVerified(ZipArchiveEntry entry)
    {
        byte[] bytes;
        try
        {
            using var stream = entry.Open();
            using var memory = new MemoryStream();
            stream.CopyTo(memory);
            bytes = memory.ToArray();
        }
        catch (InvalidDataException e)
        {
            throw new FormatException($"The model file's entry '{entry.FullName}' is damaged: {e.Message}", e);
        }
        if (bytes.Length != entry.Length || Crc(bytes) != entry.Crc32)
            throw new FormatException($"The model file's entry '{entry.FullName}' is damaged: its checksum does not match. Save or copy the model again.");
        return bytes;
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
            crc = _crcTable[(byte)(crc ^ value)] ^ (crc >> 8);
        return ~crc;
    }

    private static uint[] MakeTable()
    {
        var table = new uint[256];
        for (var i = 0u; i < table.Length; i++)
        {
            var value = i;
            for (var bit = 0; bit < 8; bit++)
                value = (value & 1) != 0 ? 0xEDB88320 ^ (value >> 1) : value >> 1;
            table[i] = value;
        }
        return table;
    }
}
