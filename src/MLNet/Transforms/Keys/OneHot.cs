using System.Numerics;
using Microsoft.ML.Data;

namespace Microsoft.ML.Transforms;

/// <summary>Getters of vectors with a 1 per key, or with the keys' counts.</summary>
internal static class OneHot
{
    /// <summary>Makes the getter over a key column of <paramref name="size"/> keys.</summary>
    public static Delegate MakeGetter<TKey>(DataViewRow row, DataViewSchema.Column column, int size, bool counts) where TKey : struct, IBinaryInteger<TKey> =>
        column.Type is not VectorDataViewType ? Scalar(row.GetGetter<TKey>(column), size)
        : counts ? Counts(row.GetGetter<VBuffer<TKey>>(column), size)
        : Concatenated(row.GetGetter<VBuffer<TKey>>(column), size);

    private static ValueGetter<VBuffer<float>> Scalar<TKey>(ValueGetter<TKey> getter, int size) where TKey : struct, IBinaryInteger<TKey>
    {
        TKey key = default;
        return (ref VBuffer<float> value) =>
        {
            getter(ref key);
            var raw = ulong.CreateTruncating(key);
            var known = raw - 1 < (ulong)size;
            var editor = VBufferEditor.Create(ref value, size, known ? 1 : 0);
            if (known)
            {
                editor.Values[0] = 1;
                if (size > 1)
                    editor.Indices[0] = (int)raw - 1;
            }
            value = editor.Commit();
        };
    }

    private static ValueGetter<VBuffer<float>> Counts<TKey>(ValueGetter<VBuffer<TKey>> getter, int size) where TKey : struct, IBinaryInteger<TKey>
    {
        VBuffer<TKey> keys = default;
        return (ref VBuffer<float> value) =>
        {
            getter(ref keys);
            var editor = VBufferEditor.Create(ref value, size);
            editor.Values.Clear();
            foreach (var key in keys.GetValues())
                if (ulong.CreateTruncating(key) is var raw && raw - 1 < (ulong)size)
                    editor.Values[(int)raw - 1]++;
            value = editor.Commit();
        };
    }

    private static ValueGetter<VBuffer<float>> Concatenated<TKey>(ValueGetter<VBuffer<TKey>> getter, int size) where TKey : struct, IBinaryInteger<TKey>
    {
        VBuffer<TKey> keys = default;
        return (ref VBuffer<float> value) =>
        {
            getter(ref keys);
            var values = keys.GetValues();
            var indices = keys.GetIndices();
            var editor = VBufferEditor.Create(ref value, checked(keys.Length * size), values.Length, requireIndicesOnDense: true);
            var count = 0;
            for (var i = 0; i < values.Length; i++)
            {
                var raw = ulong.CreateTruncating(values[i]);
                if (raw - 1 >= (ulong)size)
                    continue;
                editor.Values[count] = 1;
                editor.Indices[count++] = (keys.IsDense ? i : indices[i]) * size + (int)raw - 1;
            }
            value = editor.CommitTruncated(count);
        };
    }
}
