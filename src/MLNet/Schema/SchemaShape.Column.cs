using Microsoft.ML.Data;

namespace Microsoft.ML;

public sealed partial class SchemaShape
{
    /// <summary>What is known of a column before data is seen.</summary>
    public struct Column
    {
        /// <summary>The column's name.</summary>
        public readonly string Name;

        /// <summary>Whether values are scalars or vectors.</summary>
        public readonly VectorKind Kind;

        /// <summary>The plain type of a value or a vector's item; of a key, the type that holds it.</summary>
        public readonly DataViewType ItemType;

        /// <summary>Whether the values are keys.</summary>
        public readonly bool IsKey;

        /// <summary>The shape of the column's annotations.</summary>
        public readonly SchemaShape Annotations;

        internal Column(string name, VectorKind kind, DataViewType itemType, bool isKey, SchemaShape annotations = null)
        {
            ArgumentException.ThrowIfNullOrEmpty(name);
            ArgumentNullException.ThrowIfNull(itemType);
            Name = name;
            Kind = kind;
            ItemType = itemType;
            IsKey = isKey;
            Annotations = annotations ?? Empty;
        }

        /// <summary>Whether a column holds single values or vectors.</summary>
        public enum VectorKind
        {
            /// <summary>One value per row.</summary>
            Scalar,

            /// <summary>A vector of the same length in each row.</summary>
            Vector,

            /// <summary>A vector whose length may vary.</summary>
            VariableVector,
        }

        /// <summary>The shape of a column with that type and annotations.</summary>
        internal static Column Of(string name, DataViewType type, DataViewSchema.Annotations annotations = null)
        {
            var kind = type is VectorDataViewType vector ? vector.IsKnownSize ? VectorKind.Vector : VectorKind.VariableVector : VectorKind.Scalar;
            var item = type.GetItemType();
            var key = item is KeyDataViewType;
            return new Column(name, kind, key ? DataViewTypeExtensions.PrimitiveFromRaw(item.RawType) : item, key,
                annotations is { Schema.Count: > 0 } ? Create(annotations.Schema) : null);
        }

        /// <summary>The same column under another name.</summary>
        internal readonly Column Named(string name) => new(name, Kind, ItemType, IsKey, Annotations);

        /// <summary>The type in words, for errors.</summary>
        internal readonly string GetTypeString()
        {
            var item = IsKey ? $"Key<{ItemType}>" : $"{ItemType}";
            return Kind switch { VectorKind.Scalar => item, VectorKind.Vector => $"Vector<{item}>", _ => $"VarVector<{item}>" };
        }
    }
}
