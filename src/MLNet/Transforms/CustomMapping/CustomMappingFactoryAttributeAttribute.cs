namespace Microsoft.ML.Transforms;

/// <summary>Names the contract under which saved models find a custom mapping's factory.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class CustomMappingFactoryAttributeAttribute : ExtensionBaseAttribute
{
    /// <summary>Marks a factory with its contract name.</summary>
    /// <param name="contractName">The name given to the mapping, not empty.</param>
    public CustomMappingFactoryAttributeAttribute(string contractName) : base(contractName)
    {
    }
}
