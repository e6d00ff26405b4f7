using Microsoft.ML.Data;

namespace Microsoft.ML.Transforms;

/// <summary>Lifts functions of one value to getters over scalar or vector columns.</summary>
internal static class VectorGetters
{
    /// <summary>Makes the getter that applies <paramref name="map"/> to each value of a column.</summary>
    public static Delegate Map<TSource, TResult>(DataViewRow row, DataViewSchema.Column column, Func<TSource, TResult> map) =>
        column.Type is VectorDataViewType
            ? MapVector(row.GetGetter<VBuffer<TSource>>(column), map)
            : MapScalar(row.GetGetter<TSource>(column), map);

    private static ValueGetter<TResult> MapScalar<TSource, TResult>(ValueGetter<TSource> getter, Func<TSource, TResult> map)
    {
        TSource source = default;
        return (ref TResult value) =>
        {
            getter(ref source);
            value = map(source);
        };
    }

    private static ValueGetter<VBuffer<TResult>> MapVector<TSource, TResult>(ValueGetter<VBuffer<TSource>> getter, Func<TSource, TResult> map)
    {
        VBuffer<TSource> source = default;
        var keepsDefault = EqualityComparer<TResult>.Default.Equals(map(default), default);
        return (ref VBuffer<TResult> value) =>
        {
            getter(ref source);
            if (source.IsDense || keepsDefault)
                MapExplicit(in source, ref value, map);
            else
                MapAll(in source, ref value, map);
        };
    }

    private static void MapExplicit<TSource, TResult>(in VBuffer<TSource> source, ref VBuffer<TResult> value, Func<TSource, TResult> map)
    {
        var values = source.GetValues();
        var editor = VBufferEditor.Create(ref value, source.Length, values.Length);
        for (var i = 0; i < values.Length; i++)
            editor.Values[i] = map(values[i]);
        if (!source.IsDense)
            source.GetIndices().CopyTo(editor.Indices);
        value = editor.Commit();
    }

    private static void MapAll<TSource, TResult>(in VBuffer<TSource> source, ref VBuffer<TResult> value, Func<TSource, TResult> map)
    {
        var editor = VBufferEditor.Create(ref value, source.Length);
        editor.Values.Fill(map(default));
        var values = source.GetValues();
        var indices = source.GetIndices();
        for (var i = 0; i < values.Length; i++)
            editor.Values[indices[i]] = map(values[i]);
        value = editor.Commit();
    }
}
