using Microsoft.ML.Data;

namespace Microsoft.ML;

/// <summary>What engines share that predict one example at a time.</summary>
public abstract class PredictionEngineBase<TSrc, TDst> : IDisposable
    where TSrc : class
    where TDst : class, new()
{
    private readonly TypedRow<TSrc> _inputRow;
    private readonly DataViewRow _outputRow;
    private readonly Action<TDst> _fill;
    private readonly IDisposable _owned;
    private bool _disposed;

    private protected PredictionEngineBase(ITransformer transformer, PredictionEngineOptions options)
    {
        ArgumentNullException.ThrowIfNull(transformer);
        ArgumentNullException.ThrowIfNull(options);
        if (!transformer.IsRowToRowMapper)
            throw new ArgumentException("A prediction engine needs a row-to-row mapper: a step of this model adds, drops or reorders rows.", nameof(transformer));
        _inputRow = new TypedRow<TSrc>(TypedColumns<TSrc>.Of(options.InputSchemaDefinition));
        var mapper = transformer.GetRowToRowMapper(_inputRow.Schema);
        OutputSchema = mapper.OutputSchema;
        var binding = new RowBinding<TDst>(OutputSchema, options.IgnoreMissingColumns, options.OutputSchemaDefinition);
        _outputRow = mapper.GetRow(_inputRow, binding.Columns);
        _fill = binding.MakeFiller(_outputRow);
        _owned = options.OwnsTransformer ? transformer as IDisposable : null;
    }

    /// <summary>The columns that the model gives, hidden ones included.</summary>
    public DataViewSchema OutputSchema { get; }

    /// <summary>Predicts one example into a new object.</summary>
    /// <exception cref="ArgumentNullException">The example is null.</exception>
    /// <exception cref="InvalidOperationException">A vector of the example has the wrong length.</exception>
    public TDst Predict(TSrc example)
    {
        TDst prediction = null;
        Predict(example, ref prediction);
        return prediction;
    }

    /// <summary>Predicts one example into an object, reusing it and its arrays.</summary>
    /// <exception cref="ArgumentNullException">The example is null.</exception>
    /// <exception cref="InvalidOperationException">A vector of the example has the wrong length.</exception>
    public abstract void Predict(TSrc example, ref TDst prediction);

    /// <summary>Frees the engine's rows, and the transformer unless the options say otherwise.</summary>
    public void Dispose()
    {
        if (_disposed)
            return;
        _disposed = true;
        _outputRow.Dispose();
        _owned?.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected void Fill(TSrc example, TDst prediction)
    {
        _inputRow.Current = example;
        _fill(prediction);
    }
}
