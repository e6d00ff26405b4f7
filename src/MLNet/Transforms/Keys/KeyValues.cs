using Microsoft.ML.Data;

namespace Microsoft.ML.Transforms;

/// <summary>Reads what the keys of a column stand for.</summary>
internal static class KeyValues
{
    /// <summary>The type of the values that keys stand for, or null when nothing is known of them.</summary>
    public static PrimitiveDataViewType TypeOf(DataViewSchema.Column column) =>
        column.Annotations.Schema.GetColumnOrNull(AnnotationKinds.KeyValues)?.Type is VectorDataViewType vector
        && column.Type.GetItemType() is KeyDataViewType key
        && (ulong)vector.Size == key.Count
            ? vector.ItemType
            : null;

    /// <summary>The values in the order of the keys.</summary>
    public static T[] Read<T>(DataViewSchema.Column column)
    {
        VBuffer<T> values = default;
        column.Annotations.GetValue(AnnotationKinds.KeyValues, ref values);
        var dense = new T[values.Length];
        values.CopyTo(dense);
        return dense;
    }
}
