namespace Microsoft.ML.Runtime;

/// <summary>
/// Registers a component that models are loaded from: one line above the namespace of its file, such as
/// <c>[assembly: LoadableModel("ColumnCopying", typeof(ColumnCopyingTransformer))]</c>.
/// The type has a static method <c>Load(IHostEnvironment, ModelLoadContext)</c>, of any accessibility.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
internal sealed class LoadableModelAttribute(string loaderName, Type type) : Attribute
{
    public string LoaderName { get; } = loaderName;

    public Type Type { get; } = type;
}
