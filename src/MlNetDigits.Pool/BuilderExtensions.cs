using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.ML;

/// <summary>Names the models of a pool and where they come from.</summary>
public static class BuilderExtensions
{
    private static readonly TimeSpan _defaultPeriod = TimeSpan.FromMinutes(5);

    /// <summary>Takes the model without a name from a file and follows its changes.</summary>
    public static PredictionEnginePoolBuilder<TData, TPrediction> FromFile<TData, TPrediction>(
        this PredictionEnginePoolBuilder<TData, TPrediction> builder, string filePath)
        where TData : class
        where TPrediction : class, new() =>
        builder.FromFile("", filePath, true);

    /// <summary>Takes the model without a name from a file.</summary>
    public static PredictionEnginePoolBuilder<TData, TPrediction> FromFile<TData, TPrediction>(
        this PredictionEnginePoolBuilder<TData, TPrediction> builder, string filePath, bool watchForChanges)
        where TData : class
        where TPrediction : class, new() =>
        builder.FromFile("", filePath, watchForChanges);

    /// <summary>Takes a named model from a file and follows its changes.</summary>
    public static PredictionEnginePoolBuilder<TData, TPrediction> FromFile<TData, TPrediction>(
        this PredictionEnginePoolBuilder<TData, TPrediction> builder, string modelName, string filePath)
        where TData : class
        where TPrediction : class, new() =>
        builder.FromFile(modelName, filePath, true);

    /// <summary>Takes a named model from a file.</summary>
    /// <param name="builder">The pool's builder.</param>
    /// <param name="modelName">The model's name; empty for the default one.</param>
    /// <param name="filePath">The file that a model was saved to.</param>
    /// <param name="watchForChanges">Whether to take the model anew when the file changes.</param>
    public static PredictionEnginePoolBuilder<TData, TPrediction> FromFile<TData, TPrediction>(
        this PredictionEnginePoolBuilder<TData, TPrediction> builder, string modelName, string filePath, bool watchForChanges)
        where TData : class
        where TPrediction : class, new() =>
        builder.From(modelName, (options, log) => new FileModelLoader(options.Value.MLContext, log, filePath, watchForChanges));

    /// <summary>Takes the model without a name from the web and looks for a newer one every 5 minutes.</summary>
    public static PredictionEnginePoolBuilder<TData, TPrediction> FromUri<TData, TPrediction>(
        this PredictionEnginePoolBuilder<TData, TPrediction> builder, string uri)
        where TData : class
        where TPrediction : class, new() =>
        builder.FromUri("", new Uri(uri), _defaultPeriod);

    /// <summary>Takes the model without a name from the web and looks for a newer one every period.</summary>
    public static PredictionEnginePoolBuilder<TData, TPrediction> FromUri<TData, TPrediction>(
        this PredictionEnginePoolBuilder<TData, TPrediction> builder, string uri, TimeSpan period)
        where TData : class
        where TPrediction : class, new() =>
        builder.FromUri("", new Uri(uri), period);

    /// <summary>Takes a named model from the web and looks for a newer one every 5 minutes.</summary>
    public static PredictionEnginePoolBuilder<TData, TPrediction> FromUri<TData, TPrediction>(
        this PredictionEnginePoolBuilder<TData, TPrediction> builder, string modelName, string uri)
        where TData : class
        where TPrediction : class, new() =>
        builder.FromUri(modelName, new Uri(uri), _defaultPeriod);

    /// <summary>Takes a named model from the web and looks for a newer one every period.</summary>
    public static PredictionEnginePoolBuilder<TData, TPrediction> FromUri<TData, TPrediction>(
        this PredictionEnginePoolBuilder<TData, TPrediction> builder, string modelName, string uri, TimeSpan period)
        where TData : class
        where TPrediction : class, new() =>
        builder.FromUri(modelName, new Uri(uri), period);

    /// <summary>Takes a named model from the web and looks for a newer one every 5 minutes.</summary>
    public static PredictionEnginePoolBuilder<TData, TPrediction> FromUri<TData, TPrediction>(
        this PredictionEnginePoolBuilder<TData, TPrediction> builder, string modelName, Uri uri)
        where TData : class
        where TPrediction : class, new() =>
        builder.FromUri(modelName, uri, _defaultPeriod);

    /// <summary>Takes a named model from the web and looks for a newer one every period.</summary>
    /// <param name="builder">The pool's builder.</param>
    /// <param name="modelName">The model's name; empty for the default one.</param>
    /// <param name="uri">The address of a saved model.</param>
    /// <param name="period">The time between two looks; <see cref="Timeout.InfiniteTimeSpan"/> for none.</param>
    public static PredictionEnginePoolBuilder<TData, TPrediction> FromUri<TData, TPrediction>(
        this PredictionEnginePoolBuilder<TData, TPrediction> builder, string modelName, Uri uri, TimeSpan period)
        where TData : class
        where TPrediction : class, new() =>
        builder.From(modelName, (options, log) => new UriModelLoader(options.Value.MLContext, log, uri, period));

    private static PredictionEnginePoolBuilder<TData, TPrediction> From<TData, TPrediction>(
        this PredictionEnginePoolBuilder<TData, TPrediction> builder, string modelName, Func<IOptions<MLOptions>, ILogger, ModelLoader> makeLoader)
        where TData : class
        where TPrediction : class, new()
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddOptions<PredictionEnginePoolOptions<TData, TPrediction>>(modelName)
            .Configure<IOptions<MLOptions>, ILogger<ModelLoader>>((pool, options, log) => pool.ModelLoader = makeLoader(options, log));
        return builder;
    }
}
