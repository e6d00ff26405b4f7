namespace Microsoft.ML.Data;

/// <summary>Reads the well-known annotations of columns.</summary>
public static class SchemaAnnotationsExtensions
{
    /// <summary>Tells whether each slot of the column's vectors has a name.</summary>
    public static bool HasSlotNames(this DataViewSchema.Column column) =>
        column.Type is VectorDataViewType { IsKnownSize: true } vector
        && AnnotationType(column, AnnotationKinds.SlotNames) is VectorDataViewType { ItemType: TextDataViewType } names
        && names.Size == vector.Size;

    /// <summary>Reads the names of the slots of the column's vectors.</summary>
    /// <exception cref="InvalidOperationException">There are none; ask <see cref="HasSlotNames"/> first.</exception>
    public static void GetSlotNames(this DataViewSchema.Column column, ref VBuffer<ReadOnlyMemory<char>> slotNames) =>
        column.Annotations.GetValue(AnnotationKinds.SlotNames, ref slotNames);

    /// <summary>Tells whether the values are known that the column's keys stand for.</summary>
    /// <param name="column">A column of keys.</param>
    /// <param name="keyValueItemType">The type that the values must have. <value>null: any.</value></param>
    public static bool HasKeyValues(this DataViewSchema.Column column, PrimitiveDataViewType keyValueItemType = null) =>
        column.Type.GetItemKeyCount() is > 0 and var count
        && AnnotationType(column, AnnotationKinds.KeyValues) is VectorDataViewType values
        && (ulong)values.Size == count
        && (keyValueItemType is null || values.ItemType.Equals(keyValueItemType));

    /// <summary>Reads the values that the column's keys stand for, the first key's first.</summary>
    /// <exception cref="InvalidOperationException">There are none; ask <see cref="HasKeyValues"/> first.</exception>
    public static void GetKeyValues<TValue>(this DataViewSchema.Column column, ref VBuffer<TValue> keyValues) =>
        column.Annotations.GetValue(AnnotationKinds.KeyValues, ref keyValues);

    /// <summary>Tells whether the column is marked as normalized.</summary>
    public static bool IsNormalized(this DataViewSchema.Column column)
    {
        if (AnnotationType(column, AnnotationKinds.IsNormalized) is not BooleanDataViewType)
            return false;
        var normalized = false;
        column.Annotations.GetValue(AnnotationKinds.IsNormalized, ref normalized);
        return normalized;
    }

    private static DataViewType AnnotationType(DataViewSchema.Column column, string kind) =>
        column.Annotations.Schema.GetColumnOrNull(kind)?.Type;
}
