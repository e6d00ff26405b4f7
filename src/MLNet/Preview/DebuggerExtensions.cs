using Microsoft.ML.Data;

namespace Microsoft.ML;

/// <summary>Previews of data, to be looked at while debugging.</summary>
public static class DebuggerExtensions
{
    /// <summary>Reads the first rows of a data view.</summary>
    /// <param name="data">The data.</param>
    /// <param name="maxRows">The most rows to read. <value>100</value></param>
    public static DataDebuggerPreview Preview(this IDataView data, int maxRows = 100) => new(data, maxRows);

    /// <summary>Reads the first rows that a transformer gives.</summary>
    /// <param name="transformer">The fitted step.</param>
    /// <param name="data">Its input.</param>
    /// <param name="maxRows">The most rows to read. <value>100</value></param>
    public static DataDebuggerPreview Preview(this ITransformer transformer, IDataView data, int maxRows = 100)
    {
        ArgumentNullException.ThrowIfNull(transformer);
        return new(transformer.Transform(data), maxRows);
    }

    /// <summary>Fits an estimator to the first rows and reads what it gives for them.</summary>
    /// <param name="estimator">The step to fit.</param>
    /// <param name="data">Its input.</param>
    /// <param name="maxRows">The most rows to read. <value>100</value></param>
    /// <param name="maxTrainingRows">The most rows to fit to. <value>100</value></param>
    public static DataDebuggerPreview Preview(this IEstimator<ITransformer> estimator, IDataView data, int maxRows = 100, int maxTrainingRows = 100)
    {
        ArgumentNullException.ThrowIfNull(estimator);
        ArgumentNullException.ThrowIfNull(data);
        var transformer = estimator.Fit(new SlicedView(data, 0, maxTrainingRows));
        return new(transformer.Transform(data), maxRows);
    }

    /// <summary>Reads the first rows that a loader gives.</summary>
    /// <param name="loader">The loader.</param>
    /// <param name="source">Where it loads from.</param>
    /// <param name="maxRows">The most rows to read. <value>100</value></param>
    public static DataDebuggerPreview Preview<TSource>(this IDataLoader<TSource> loader, TSource source, int maxRows = 100)
    {
        ArgumentNullException.ThrowIfNull(loader);
        return new(loader.Load(source), maxRows);
    }
}
