using Microsoft.ML;

namespace MlNetDigits.Scoring;

/// <summary>Which columns a step adds to those that it is given.</summary>
internal sealed class ColumnMap
{
    private const int Added = -1;

    private readonly int[] _inputs;

    /// <param name="schema">All columns; an added one that hides another stands behind it, the rest at the end.</param>
    /// <param name="input">The given columns.</param>
    /// <param name="added">Names of the added ones, all of which are visible.</param>
    public ColumnMap(DataViewSchema schema, DataViewSchema input, IEnumerable<string> added)
    {
        (Schema, Input) = (schema, input);
        _inputs = new int[schema.Count];
        foreach (string name in added)
            _inputs[schema[name].Index] = Added;
        int given = 0;
        for (int i = 0; i < _inputs.Length; i++)
            _inputs[i] = _inputs[i] == Added ? Added : given++;
    }

    /// <summary>All columns.</summary>
    public DataViewSchema Schema { get; }

    /// <summary>The columns that the step is given.</summary>
    public DataViewSchema Input { get; }

    /// <summary>The given column behind a column, or null for an added one.</summary>
    public DataViewSchema.Column? InputOf(DataViewSchema.Column column) => _inputs[column.Index] is var index && index == Added ? null : Input[index];
}
