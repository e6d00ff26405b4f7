namespace Microsoft.ML;

/// <summary>Loads data views from sources of one kind.</summary>
public interface IDataLoader<in TSource> : ICanSaveModel
{
    /// <summary>Gives a view of the data in a source.</summary>
    IDataView Load(TSource input);

    /// <summary>Gives the columns of all views it loads.</summary>
    DataViewSchema GetOutputSchema();
}
