namespace Microsoft.ML.Data;

/// <summary>A type whose values have inner structure, such as vectors.</summary>
public abstract class StructuredDataViewType : DataViewType
{
    /// <summary>Describes structured values held in <paramref name="rawType"/>.</summary>
    protected StructuredDataViewType(Type rawType) : base(rawType)
    {
    }
}
