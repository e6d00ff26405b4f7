using Microsoft.ML.Data;

namespace Microsoft.ML.Transforms;

/// <summary>Small steps that column types and annotations go through in most transforms.</summary>
internal static class TypeShapes
{
    /// <summary>The type of a scalar or of vectors of the same dimensions with another item type.</summary>
    public static DataViewType WithItems(this DataViewType type, PrimitiveDataViewType itemType) =>
        type is VectorDataViewType vector ? new VectorDataViewType(itemType, vector.Dimensions) : itemType;

    /// <summary>Adds the column's slot names, if it has any.</summary>
    public static void AddSlotNames(this DataViewSchema.Annotations.Builder builder, DataViewSchema.Column column) =>
        builder.Add(column.Annotations, kind => kind == AnnotationKinds.SlotNames);

    /// <summary>Adds one dense vector annotation.</summary>
    public static void AddVector<T>(this DataViewSchema.Annotations.Builder builder, string kind, PrimitiveDataViewType itemType, T[] values) =>
        builder.Add(kind, new VectorDataViewType(itemType, values.Length), (ref VBuffer<T> value) => VBuffer<T>.Copy(values, 0, ref value, values.Length));

    /// <summary>The shape of an annotation that is a vector.</summary>
    public static SchemaShape.Column VectorShape(string kind, DataViewType itemType, bool isKey = false) =>
        new(kind, SchemaShape.Column.VectorKind.Vector, itemType, isKey);

    /// <summary>The shape of an annotation that is a truth value.</summary>
    public static SchemaShape.Column FlagShape(string kind) =>
        new(kind, SchemaShape.Column.VectorKind.Scalar, BooleanDataViewType.Instance, false);

    /// <summary>Those of a column's annotations that have one of the given kinds.</summary>
    public static IEnumerable<SchemaShape.Column> AnnotationsOf(this SchemaShape.Column column, params string[] kinds) =>
        column.Annotations.Where(annotation => kinds.Contains(annotation.Name));

    /// <summary>Whether the type is a vector whose length varies.</summary>
    public static bool IsVariable(this DataViewType type) => type is VectorDataViewType { IsKnownSize: false };
}
