using System.Numerics;

namespace Microsoft.ML.Data;

/// <summary>The conversions between members and column values that compiled accessors call.</summary>
internal static class MemberValues
{
    public static ReadOnlyMemory<char> FromText(string text) => text.AsMemory();

    public static void FromArray<T>(T[] source, ref VBuffer<T> value, int size, string column)
    {
        CheckSize(source?.Length, size, column);
        var editor = VBufferEditor.Create(ref value, source?.Length ?? 0);
        source.AsSpan().CopyTo(editor.Values);
        value = editor.Commit();
    }

    public static void FromTexts(string[] source, ref VBuffer<ReadOnlyMemory<char>> value, int size, string column)
    {
        CheckSize(source?.Length, size, column);
        var editor = VBufferEditor.Create(ref value, source?.Length ?? 0);
        for (var i = 0; i < editor.Values.Length; i++)
            editor.Values[i] = source[i].AsMemory();
        value = editor.Commit();
    }

    public static void FromBuffer<T>(VBuffer<T> source, ref VBuffer<T> value, int size, string column)
    {
        CheckSize(source.Length, size, column);
        source.CopyTo(ref value);
    }

    public static string ToText(ref ReadOnlyMemory<char> value) => value.ToString();

    public static T[] ToArray<T>(ref VBuffer<T> value, T[] existing)
    {
        var result = existing?.Length == value.Length ? existing : new T[value.Length];
        value.CopyTo(result);
        return result;
    }

    public static string[] ToTexts(ref VBuffer<ReadOnlyMemory<char>> value, string[] existing)
    {
        var result = existing?.Length == value.Length ? existing : new string[value.Length];
        Array.Fill(result, "");
        foreach (var (index, text) in value.Items())
            result[index] = text.ToString();
        return result;
    }

    public static VBuffer<T> ToBuffer<T>(ref VBuffer<T> value, VBuffer<T> existing)
    {
        value.CopyTo(ref existing);
        return existing;
    }

    public static void ShiftKey<T>(ref T value, ulong count) where T : IBinaryInteger<T> =>
        value = ulong.CreateChecked(value) < count ? value + T.One : T.Zero;

    public static void ShiftKeys<T>(ref VBuffer<T> value, ulong count) where T : IBinaryInteger<T>
    {
        if (!value.IsDense)
            value.CopyToDense(ref value);
        var editor = VBufferEditor.CreateFromBuffer(ref value);
        foreach (ref var key in editor.Values)
            ShiftKey(ref key, count);
        value = editor.Commit();
    }

    private static void CheckSize(int? length, int size, string column)
    {
        if (size > 0 && length != size)
            throw new InvalidOperationException($"Column '{column}' holds vectors of length {size}, but an object has {(length is null ? "null" : $"one of length {length}")}.");
    }
}
