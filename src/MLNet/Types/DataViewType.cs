namespace Microsoft.ML.Data;

/// <summary>The type of a column's values, as its schema describes it.</summary>
public abstract class DataViewType : IEquatable<DataViewType>
{
    private protected DataViewType(Type rawType)
    {
        ArgumentNullException.ThrowIfNull(rawType);
        RawType = rawType;
    }

    /// <summary>The .NET type that holds one value of this column.</summary>
    public Type RawType { get; }

    /// <summary>Tells whether two types describe the same values.</summary>
    public abstract bool Equals(DataViewType other);
}
