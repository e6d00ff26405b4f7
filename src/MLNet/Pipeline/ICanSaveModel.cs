namespace Microsoft.ML;

/// <summary>A component that can be saved into a model file.</summary>
public interface ICanSaveModel
{
    /// <summary>Writes the component into its part of the file.</summary>
    void Save(ModelSaveContext ctx);
}
