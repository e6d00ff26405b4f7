namespace Microsoft.ML.Data;

/// <summary>Makes an unsigned integer member a key: value 0 becomes the first key.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public sealed class KeyTypeAttribute : Attribute
{
    /// <summary>Allows as many keys as the member's type can hold.</summary>
    public KeyTypeAttribute()
    {
    }

    /// <summary>Sets the number of keys; values beyond become missing.</summary>
    public KeyTypeAttribute(ulong count) => Count = count;

    internal ulong? Count { get; }
}
