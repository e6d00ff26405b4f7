using System.Collections;
using Microsoft.ML.Data;

namespace Microsoft.ML;

/// <summary>What is known of a schema before data is seen: names, kinds and item types.</summary>
public sealed partial class SchemaShape : IReadOnlyList<SchemaShape.Column>
{
    private readonly Column[] _columns;

    /// <summary>Makes a shape of the given columns.</summary>
    /// <exception cref="ArgumentNullException">The columns are null.</exception>
    public SchemaShape(IEnumerable<Column> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        _columns = [.. columns];
    }

    /// <summary>The number of columns.</summary>
    public int Count => _columns.Length;

    /// <summary>The column at a place, from 0.</summary>
    public Column this[int index] => _columns[index];

    /// <summary>Walks the columns.</summary>
    public IEnumerator<Column> GetEnumerator() => ((IEnumerable<Column>)_columns).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal static SchemaShape Empty { get; } = new([]);

    /// <summary>The shape of a schema's visible columns.</summary>
    internal static SchemaShape Create(DataViewSchema schema) =>
        new(schema.Where(column => !column.IsHidden).Select(column => Column.Of(column.Name, column.Type, column.Annotations)));

    /// <summary>Finds the column of that name.</summary>
    internal bool TryFindColumn(string name, out Column column)
    {
        var index = Array.FindIndex(_columns, candidate => candidate.Name == name);
        column = index < 0 ? default : _columns[index];
        return index >= 0;
    }

    /// <summary>The shape with columns added, each in the place of one with its name.</summary>
    internal SchemaShape With(params ReadOnlySpan<Column> added)
    {
        var result = new List<Column>(_columns);
        foreach (var column in added)
        {
            var index = result.FindIndex(candidate => candidate.Name == column.Name);
            if (index < 0)
                result.Add(column);
            else
                result[index] = column;
        }
        return new SchemaShape(result);
    }
}
