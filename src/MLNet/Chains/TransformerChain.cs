using System.Collections;

namespace Microsoft.ML.Data;

/// <summary>Transformers in a row, each applied to what the one before gives.</summary>
public sealed class TransformerChain<TLastTransformer> : ITransformer, IEnumerable<ITransformer>, IDisposable
    where TLastTransformer : class, ITransformer
{
    private readonly ITransformer[] _transformers;
    private readonly TransformerScope[] _scopes;

    /// <summary>The last transformer, null when the chain is empty.</summary>
    public readonly TLastTransformer LastTransformer;

    /// <summary>Makes a chain of transformers and the uses they take part in.</summary>
    /// <exception cref="ArgumentException">The two differ in number, or the last transformer is of another type.</exception>
    public TransformerChain(IEnumerable<ITransformer> transformers, IEnumerable<TransformerScope> scopes)
    {
        _transformers = transformers?.ToArray() ?? [];
        _scopes = scopes?.ToArray() ?? [];
        if (_transformers.Length != _scopes.Length)
            throw new ArgumentException($"{_transformers.Length} transformers need as many scopes, not {_scopes.Length}.", nameof(scopes));
        LastTransformer = _transformers.LastOrDefault() as TLastTransformer;
        if (_transformers.Length > 0 && LastTransformer is null)
            throw new ArgumentException($"The last transformer is a {_transformers[^1]?.GetType()}, not a {typeof(TLastTransformer)}.", nameof(transformers));
    }

    /// <summary>Makes a chain of transformers that take part in every use.</summary>
    /// <exception cref="ArgumentException">The last transformer is of another type.</exception>
    public TransformerChain(params ITransformer[] transformers)
        : this(transformers, transformers?.Select(_ => TransformerScope.Everything))
    {
    }

    bool ITransformer.IsRowToRowMapper => Array.TrueForAll(_transformers, transformer => transformer.IsRowToRowMapper);

    /// <summary>Gives the columns after all transformers.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A column that a step needs is missing or of another type.</exception>
    public DataViewSchema GetOutputSchema(DataViewSchema inputSchema)
    {
        ArgumentNullException.ThrowIfNull(inputSchema);
        return _transformers.Aggregate(inputSchema, (schema, transformer) => transformer.GetOutputSchema(schema));
    }

    /// <summary>Gives the columns after the transformers that take part in a use.</summary>
    public DataViewSchema GetOutputSchema(DataViewSchema inputSchema, TransformerScope scope) => GetModelFor(scope).GetOutputSchema(inputSchema);

    /// <summary>Gives the data after all transformers; rows are computed when they are read.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A column that a step needs is missing or of another type.</exception>
    public IDataView Transform(IDataView input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return _transformers.Aggregate(input, (data, transformer) => transformer.Transform(data));
    }

    /// <summary>Gives the data after the transformers that take part in a use.</summary>
    public IDataView Transform(IDataView input, TransformerScope scope) => GetModelFor(scope).Transform(input);

    /// <summary>Gives the chain of those transformers that take part in a use.</summary>
    public TransformerChain<ITransformer> GetModelFor(TransformerScope scopeFilter)
    {
        var kept = Enumerable.Range(0, _transformers.Length).Where(i => (_scopes[i] & scopeFilter) != TransformerScope.None).ToArray();
        return new TransformerChain<ITransformer>(kept.Select(i => _transformers[i]), kept.Select(i => _scopes[i]));
    }

    /// <summary>Gives a chain with one more transformer.</summary>
    public TransformerChain<TNewLast> Append<TNewLast>(TNewLast transformer, TransformerScope scope = TransformerScope.Everything)
        where TNewLast : class, ITransformer
    {
        ArgumentNullException.ThrowIfNull(transformer);
        return new TransformerChain<TNewLast>([.. _transformers, transformer], [.. _scopes, scope]);
    }

    /// <summary>Walks the transformers in order.</summary>
    public IEnumerator<ITransformer> GetEnumerator() => ((IEnumerable<ITransformer>)_transformers).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Frees what the transformers hold, such as ONNX sessions.</summary>
    public void Dispose()
    {
        foreach (var transformer in _transformers)
            (transformer as IDisposable)?.Dispose();
    }

    IRowToRowMapper ITransformer.GetRowToRowMapper(DataViewSchema inputSchema)
    {
        ArgumentNullException.ThrowIfNull(inputSchema);
        if (Array.Find(_transformers, transformer => !transformer.IsRowToRowMapper) is { } other)
            throw new InvalidOperationException($"The chain is no row-to-row mapper: its {other.GetType()} is none.");
        var mappers = new IRowToRowMapper[_transformers.Length];
        var schema = inputSchema;
        for (var i = 0; i < mappers.Length; i++)
        {
            mappers[i] = _transformers[i].GetRowToRowMapper(schema);
            schema = mappers[i].OutputSchema;
        }
        return new ChainMapper(inputSchema, mappers);
    }

    void ICanSaveModel.Save(ModelSaveContext ctx)
    {
        ArgumentNullException.ThrowIfNull(ctx);
        TransformerChainModel.Save(ctx, _transformers, _scopes);
    }
}
