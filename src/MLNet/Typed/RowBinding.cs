namespace Microsoft.ML.Data;

/// <summary>The members of a class bound to a schema's columns, made once; it fills objects from rows.</summary>
internal sealed class RowBinding<TRow> where TRow : class
{
    private readonly Setter[] _setters;

    public RowBinding(DataViewSchema schema, bool ignoreMissingColumns, SchemaDefinition definition = null)
    {
        ArgumentNullException.ThrowIfNull(schema);
        var bound = new List<DataViewSchema.Column>();
        var setters = new List<Setter>();
        foreach (var member in MemberColumn.Of(typeof(TRow), definition, SchemaDefinition.Direction.Write))
        {
            if (schema.GetColumnOrNull(member.Name) is not { } column)
            {
                if (ignoreMissingColumns)
                    continue;
                throw SchemaErrors.MissingColumn(nameof(schema), "output", member.Name);
            }
            if (!MemberTypes.Fits(column.Type, MemberTypes.TypeOf(member.Member), member.Name))
                throw new InvalidOperationException($"Can't bind the IDataView column '{column.Name}' of type '{column.Type}' to field or property '{member.Member.Name}' of type '{MemberTypes.TypeOf(member.Member)}'.");
            bound.Add(column);
            setters.Add((Setter)Activator.CreateInstance(
                typeof(Setter<>).MakeGenericType(typeof(TRow), column.Type.RawType), column, MemberAccess.PokeFor<TRow>(member.Member, column.Type)));
        }
        Columns = bound;
        _setters = [.. setters];
    }

    /// <summary>The columns that are read.</summary>
    public IReadOnlyList<DataViewSchema.Column> Columns { get; }

    /// <summary>Gives the delegate that fills an object with the values of the row wherever it is.</summary>
    public Action<TRow> MakeFiller(DataViewRow row)
    {
        var fillers = Array.ConvertAll(_setters, setter => setter.Bind(row));
        return target =>
        {
            foreach (var fill in fillers)
                fill(target);
        };
    }

    private abstract class Setter
    {
        public abstract Action<TRow> Bind(DataViewRow row);
    }

    private sealed class Setter<TValue>(DataViewSchema.Column column, Poke<TRow, TValue> poke) : Setter
    {
        public override Action<TRow> Bind(DataViewRow row)
        {
            var getter = row.GetGetter<TValue>(column);
            TValue buffer = default;
            return target =>
            {
                getter(ref buffer);
                poke(target, ref buffer);
            };
        }
    }
}
