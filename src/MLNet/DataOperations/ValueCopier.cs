using System.Reflection;

namespace Microsoft.ML.Data;

/// <summary>Copies values so that the copy shares no reusable memory with the original.</summary>
internal static class ValueCopier<T>
{
    private static readonly Copier _copy = Create();

    private delegate void Copier(in T source, ref T destination);

    /// <summary>Copies <paramref name="source"/>, reusing the memory of <paramref name="destination"/>.</summary>
    public static void Copy(in T source, ref T destination)
    {
        if (_copy is null)
            destination = source;
        else
            _copy(in source, ref destination);
    }

    private static Copier Create() =>
        typeof(T).IsGenericType && typeof(T).GetGenericTypeDefinition() == typeof(VBuffer<>)
            ? typeof(ValueCopier<T>)
                .GetMethod(nameof(CopyVector), BindingFlags.Static | BindingFlags.NonPublic)
                .MakeGenericMethod(typeof(T).GetGenericArguments())
                .CreateDelegate<Copier>()
            : null;

    private static void CopyVector<TItem>(in VBuffer<TItem> source, ref VBuffer<TItem> destination) => source.CopyTo(ref destination);
}
