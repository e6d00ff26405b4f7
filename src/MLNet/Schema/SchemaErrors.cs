namespace Microsoft.ML.Data;

/// <summary>Exceptions for schemas that lack what a component needs.</summary>
internal static class SchemaErrors
{
    /// <summary>A column of that role is missing.</summary>
    public static ArgumentOutOfRangeException MissingColumn(string parameter, string role, string name) =>
        new(parameter, $"Could not find {role} column '{name}'");

    /// <summary>A column has another type than its role demands.</summary>
    public static ArgumentOutOfRangeException Mismatch(string parameter, string role, string name, string expected, string actual) =>
        new(parameter, $"Schema mismatch for {role} column '{name}': expected {expected}, got {actual}");

    /// <summary>The input column of that name, or an exception that names it.</summary>
    public static DataViewSchema.Column FindInput(this DataViewSchema schema, string name, string role = "input")
    {
        ArgumentNullException.ThrowIfNull(schema);
        return schema.GetColumnOrNull(name) ?? throw MissingColumn("inputSchema", role, name);
    }

    /// <summary>The input column of that name in a shape, or an exception that names it.</summary>
    public static SchemaShape.Column FindInput(this SchemaShape shape, string name, string role = "input")
    {
        ArgumentNullException.ThrowIfNull(shape);
        return shape.TryFindColumn(name, out var column) ? column : throw MissingColumn("inputSchema", role, name);
    }
}
