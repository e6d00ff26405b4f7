using Microsoft.ML.Runtime;

namespace Microsoft.ML.Data;

/// <summary>A transformer that makes each added column of one input column.</summary>
public abstract class OneToOneTransformerBase : RowToRowTransformerBase
{
    private protected OneToOneTransformerBase(IHost host, params (string Output, string Input)[] columns) : base(host)
    {
        ArgumentNullException.ThrowIfNull(columns);
        if (columns.Length == 0)
            throw new ArgumentException("At least one column is needed.", nameof(columns));
        foreach (var (output, input) in columns)
        {
            ArgumentException.ThrowIfNullOrEmpty(output, "outputColumnName");
            ArgumentException.ThrowIfNullOrEmpty(input, "inputColumnName");
        }
        var repeated = columns.GroupBy(column => column.Output).FirstOrDefault(group => group.Count() > 1);
        if (repeated is not null)
            throw new ArgumentException($"The output column '{repeated.Key}' is given {repeated.Count()} times; name each once.", nameof(columns));
        ColumnPairs = columns;
    }

    /// <summary>The names of the added columns and of the input columns they come from.</summary>
    private protected (string Output, string Input)[] ColumnPairs { get; }
}
