namespace Microsoft.ML.Data;

/// <summary>A type whose values are plain and need no disposal.</summary>
public abstract class PrimitiveDataViewType : DataViewType
{
    /// <summary>Describes plain values held in <paramref name="rawType"/>.</summary>
    protected PrimitiveDataViewType(Type rawType) : base(rawType)
    {
        if (typeof(IDisposable).IsAssignableFrom(rawType))
            throw new ArgumentException($"A primitive column type cannot hold the disposable type '{rawType}'.", nameof(rawType));
    }
}
