namespace MLNet.Tests.Transforms;

/// <summary>Sends models through a file in memory.</summary>
internal static class Models
{
    /// <summary>Saves a model and loads it with a context of its own.</summary>
    public static ITransformer Reload(this ITransformer model, DataViewSchema schema)
    {
        using var stream = new MemoryStream();
        new MLContext().Model.Save(model, schema, stream);
        stream.Position = 0;
        return new MLContext().Model.Load(stream, out _);
    }

    /// <summary>The key values of a column.</summary>
    public static T[] KeyValues<T>(this IDataView data, string column)
    {
        VBuffer<T> values = default;
        data.Schema[column].GetKeyValues(ref values);
        return [.. values.DenseValues()];
    }

    /// <summary>The slot names of a column.</summary>
    public static string[] SlotNames(this IDataView data, string column)
    {
        VBuffer<ReadOnlyMemory<char>> names = default;
        data.Schema[column].GetSlotNames(ref names);
        return [.. names.DenseValues().Select(name => name.ToString())];
    }
}
