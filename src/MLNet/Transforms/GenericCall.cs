using System.Reflection;

namespace Microsoft.ML.Transforms;

/// <summary>Calls generic methods whose types are known only when a column is; once per cursor, not per row.</summary>
internal static class GenericCall
{
    /// <summary>Calls a static method of <paramref name="owner"/> with those type arguments.</summary>
    public static TResult Static<TResult>(Type owner, string method, Type[] types, params object[] arguments) =>
        (TResult)owner
            .GetMethod(method, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            .MakeGenericMethod(types)
            .Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null);
}
