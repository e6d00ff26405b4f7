namespace Microsoft.ML.Data;

/// <summary>Keeps a field or property from being a column.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public sealed class NoColumnAttribute : Attribute
{
    /// <summary>Keeps the member from being a column.</summary>
    public NoColumnAttribute()
    {
    }
}
