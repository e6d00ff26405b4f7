namespace Microsoft.ML.Transforms;

/// <summary>Saves and loads the names of a transformer's output and input columns.</summary>
internal static class NamePairs
{
    /// <summary>One pair from the arguments of a catalog method.</summary>
    public static (string Output, string Input)[] Of(string outputColumnName, string inputColumnName) =>
        InputOutputColumnPair.ToTuples([new InputOutputColumnPair(outputColumnName, inputColumnName)]);

    /// <summary>Writes the pairs, their number first.</summary>
    public static void Write(BinaryWriter writer, (string Output, string Input)[] pairs)
    {
        writer.Write(pairs.Length);
        foreach (var (output, input) in pairs)
        {
            writer.Write(output);
            writer.Write(input);
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static (string Output, string Input)[] Read(ModelLoadContext context)
    {
        var count = context.ReadCount();
        var pairs = new (string, string)[count];
        for (var i = 0; i < count; i++)
            pairs[i] = (context.Reader.ReadString(), context.Reader.ReadString());
        return pairs;
    }

    /// <summary>Reads a number of items that must fit into what is left of the data.</summary>
    public static int ReadCount(this ModelLoadContext context)
    {
        var count = context.Reader.ReadInt32();
        var left = context.Reader.BaseStream.Length - context.Reader.BaseStream.Position;
        return count >= 0 && count <= left
            ? count
            : throw context.Invalid($"it announces {count} items where {left} bytes are left");
    }
}
