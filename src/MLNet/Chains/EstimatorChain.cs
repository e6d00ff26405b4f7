using System.Collections.Immutable;
using Microsoft.ML.Runtime;

namespace Microsoft.ML.Data;

/// <summary>Estimators in a row, each fitted to what the one before gives.</summary>
public sealed class EstimatorChain<TLastTransformer> : IEstimator<TransformerChain<TLastTransformer>>
    where TLastTransformer : class, ITransformer
{
    private readonly ImmutableArray<EstimatorLink> _links;

    /// <summary>The last estimator, null when the chain is empty.</summary>
    public readonly IEstimator<TLastTransformer> LastEstimator;

    /// <summary>Makes a chain without estimators.</summary>
    public EstimatorChain() : this([])
    {
    }

    internal EstimatorChain(ImmutableArray<EstimatorLink> links)
    {
        _links = links;
        LastEstimator = links.IsEmpty ? null : links[^1].Estimator as IEstimator<TLastTransformer>;
    }

    /// <summary>Fits each estimator to the data that those before it have transformed.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A column that a step needs is missing or of another type.</exception>
    public TransformerChain<TLastTransformer> Fit(IDataView input)
    {
        ArgumentNullException.ThrowIfNull(input);
        // Columns that do not fit are found here, before any step costs time.
        GetOutputSchema(SchemaShape.Create(input.Schema));
        var current = input;
        var transformers = new ITransformer[_links.Length];
        for (var i = 0; i < transformers.Length; i++)
        {
            transformers[i] = _links[i].Estimator.Fit(current);
            if (i == transformers.Length - 1)
                break;
            current = transformers[i].Transform(current);
            if (_links[i].CacheAfter)
                current = new CachedView(current, []);
        }
        return new TransformerChain<TLastTransformer>(transformers, _links.Select(link => link.Scope));
    }

    /// <summary>Gives the shape after all estimators for an input's shape.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A column that a step needs is missing or of another type.</exception>
    public SchemaShape GetOutputSchema(SchemaShape inputSchema)
    {
        ArgumentNullException.ThrowIfNull(inputSchema);
        return _links.Aggregate(inputSchema, (shape, link) => link.Estimator.GetOutputSchema(shape));
    }

    /// <summary>Gives a chain with one more estimator.</summary>
    /// <param name="estimator">The estimator to come last.</param>
    /// <param name="scope">In which uses of the fitted chain its transformer takes part. <value>Everything</value></param>
    public EstimatorChain<TNewTrans> Append<TNewTrans>(IEstimator<TNewTrans> estimator, TransformerScope scope = TransformerScope.Everything)
        where TNewTrans : class, ITransformer
    {
        ArgumentNullException.ThrowIfNull(estimator);
        return new EstimatorChain<TNewTrans>(_links.Add(new EstimatorLink(estimator, scope, CacheAfter: false)));
    }

    /// <summary>Keeps the data after the last estimator in memory while later ones are fitted.</summary>
    public EstimatorChain<TLastTransformer> AppendCacheCheckpoint(IHostEnvironment env)
    {
        ArgumentNullException.ThrowIfNull(env);
        return _links.IsEmpty || _links[^1].CacheAfter
            ? this
            : new EstimatorChain<TLastTransformer>(_links.SetItem(_links.Length - 1, _links[^1] with { CacheAfter = true }));
    }
}
