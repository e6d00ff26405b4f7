namespace Microsoft.ML.Data;

/// <summary>Names the column of a field or property otherwise than the member.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public sealed class ColumnNameAttribute : Attribute
{
    /// <summary>Names the column.</summary>
    public ColumnNameAttribute(string name) => Name = name;

    internal string Name { get; }
}
