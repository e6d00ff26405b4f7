namespace Microsoft.ML;

/// <summary>Marks a class that a saved model finds again by a contract name.</summary>
[AttributeUsage(AttributeTargets.Class)]
public abstract class ExtensionBaseAttribute : Attribute
{
    private protected ExtensionBaseAttribute(string contractName)
    {
        ArgumentException.ThrowIfNullOrEmpty(contractName);
        ContractName = contractName;
    }

    /// <summary>The name that saved models keep.</summary>
    public string ContractName { get; }
}
