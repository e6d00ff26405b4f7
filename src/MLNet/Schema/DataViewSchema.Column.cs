using Microsoft.ML.Data;

namespace Microsoft.ML;

public sealed partial class DataViewSchema
{
    /// <summary>A column at its place in a schema.</summary>
    public struct Column
    {
        internal Column(string name, int index, bool isHidden, DataViewType type, Annotations annotations)
        {
            Name = name;
            Index = index;
            IsHidden = isHidden;
            Type = type;
            Annotations = annotations;
        }

        /// <summary>The column's name.</summary>
        public readonly string Name { get; }

        /// <summary>The column's place in its schema, from 0.</summary>
        public readonly int Index { get; }

        /// <summary>Tells whether a later column of the same name hides this one.</summary>
        public readonly bool IsHidden { get; }

        /// <summary>The type of the column's values.</summary>
        public readonly DataViewType Type { get; }

        /// <summary>What else is known of the column, never null.</summary>
        public readonly Annotations Annotations { get; }

        /// <inheritdoc/>
        public override readonly string ToString() => Annotations is { Schema.Count: > 0 } ? $"{Name}: {Type} {{{Annotations}}}" : $"{Name}: {Type}";
    }

    /// <summary>A column that belongs to no schema yet.</summary>
    public struct DetachedColumn
    {
        /// <summary>Describes a column by name, type and annotations.</summary>
        public DetachedColumn(string name, DataViewType type, Annotations annotations = null)
        {
            ArgumentException.ThrowIfNullOrEmpty(name);
            ArgumentNullException.ThrowIfNull(type);
            Name = name;
            Type = type;
            Annotations = annotations ?? Annotations.Empty;
        }

        /// <summary>Describes a column like one of a schema.</summary>
        public DetachedColumn(Column column) : this(column.Name, column.Type, column.Annotations)
        {
        }

        /// <summary>The column's name.</summary>
        public readonly string Name { get; }

        /// <summary>The type of the column's values.</summary>
        public readonly DataViewType Type { get; }

        /// <summary>What else is known of the column, never null.</summary>
        public readonly Annotations Annotations { get; }
    }
}
