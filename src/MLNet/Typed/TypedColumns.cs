namespace Microsoft.ML.Data;

/// <summary>The columns of a class with their compiled accessors, made once and shared by its rows.</summary>
internal sealed class TypedColumns<TRow> where TRow : class
{
    private static readonly Lazy<TypedColumns<TRow>> _default = new(() => new TypedColumns<TRow>(null));

    private TypedColumns(SchemaDefinition definition)
    {
        var columns = MemberColumn.Of(typeof(TRow), definition, SchemaDefinition.Direction.Read);
        Schema = MemberColumn.SchemaOf(columns);
        Accessors = Array.ConvertAll(columns, column => (Accessor)Activator.CreateInstance(
            typeof(Accessor<>).MakeGenericType(typeof(TRow), column.Type.RawType), MemberAccess.CompilePeek<TRow>(column)));
    }

    /// <summary>The columns by a definition, or by the class's attributes, compiled once per class.</summary>
    public static TypedColumns<TRow> Of(SchemaDefinition definition = null) => definition is null ? _default.Value : new(definition);

    public DataViewSchema Schema { get; }

    public Accessor[] Accessors { get; }

    /// <summary>Makes the getter of one column over a row.</summary>
    public abstract class Accessor
    {
        public abstract Delegate MakeGetter(TypedRow<TRow> row);
    }

    private sealed class Accessor<TValue>(Peek<TRow, TValue> peek) : Accessor
    {
        public override Delegate MakeGetter(TypedRow<TRow> row) => (ValueGetter<TValue>)((ref TValue value) => peek(row.Current, ref value));
    }
}
