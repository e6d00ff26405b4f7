using System.Reflection;

namespace Microsoft.ML.Data;

/// <summary>A member of a class that is a column, its types checked.</summary>
internal sealed class MemberColumn
{
    private MemberColumn(MemberInfo member, string name, DataViewType type, DataViewSchema.Annotations annotations)
    {
        Member = member;
        Name = name;
        Type = type;
        Annotations = annotations;
    }

    public MemberInfo Member { get; }

    public string Name { get; }

    public DataViewType Type { get; }

    public DataViewSchema.Annotations Annotations { get; }

    /// <summary>The columns of a class, by a definition or by its own attributes.</summary>
    public static MemberColumn[] Of(Type type, SchemaDefinition definition, SchemaDefinition.Direction direction) =>
        [.. (definition ?? SchemaDefinition.Create(type, direction)).Select(column => Resolve(type, column))];

    /// <summary>The schema of those columns.</summary>
    public static DataViewSchema SchemaOf(MemberColumn[] columns)
    {
        var builder = new DataViewSchema.Builder();
        foreach (var column in columns)
            builder.AddColumn(column.Name, column.Type, column.Annotations);
        return builder.ToSchema();
    }

    /// <summary>A class's own definition with the annotations of a schema's columns.</summary>
    public static SchemaDefinition DefinitionFor(Type type, DataViewSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        var definition = SchemaDefinition.Create(type, SchemaDefinition.Direction.Read);
        foreach (var column in schema)
        {
            var member = definition[column.Name]
                ?? throw new InvalidOperationException($"Type {type} should contain a member named '{column.Name}'.");
            member.AddAnnotations(column.Annotations);
        }
        return definition;
    }

    private static MemberColumn Resolve(Type type, SchemaDefinition.Column column)
    {
        var member = (MemberInfo)type.GetField(column.MemberName) ?? type.GetProperty(column.MemberName)
            ?? throw new ArgumentException($"No field or property with name '{column.MemberName}' found in type '{type}'.", nameof(column));
        var columnType = column.ColumnType ?? MemberTypes.Infer(member);
        if (!MemberTypes.Fits(columnType, MemberTypes.TypeOf(member), member.Name))
            throw new ArgumentException($"Column '{column.ColumnName}' is defined as {columnType}, but its member '{member.Name}' has type {MemberTypes.TypeOf(member)}.", nameof(column));
        return new MemberColumn(member, string.IsNullOrEmpty(column.ColumnName) ? member.Name : column.ColumnName, columnType, column.Annotations);
    }
}
