namespace Microsoft.ML.Data;

public sealed partial class SchemaDefinition
{
    /// <summary>How one member becomes a column.</summary>
    public sealed class Column
    {
        private readonly Dictionary<string, (DataViewType Type, Delegate Getter)> _annotations = [];

        internal Column(string memberName, string columnName, DataViewType columnType)
        {
            MemberName = memberName;
            ColumnName = columnName;
            ColumnType = columnType;
        }

        /// <summary>The field or property that holds the values.</summary>
        public string MemberName { get; }

        /// <summary>The column's name. <value>The member's, or that of its attribute.</value></summary>
        public string ColumnName { get; set; }

        /// <summary>The column's type. <value>Derived from the member's type.</value></summary>
        public DataViewType ColumnType { get; set; }

        /// <summary>The annotations of the column.</summary>
        public DataViewSchema.Annotations Annotations
        {
            get
            {
                var builder = new DataViewSchema.Annotations.Builder();
                foreach (var (kind, annotation) in _annotations)
                    builder.Add(kind, annotation.Type, annotation.Getter);
                return builder.ToAnnotations();
            }
        }

        /// <summary>Adds an annotation: a plain value, a vector or an array.</summary>
        /// <exception cref="InvalidOperationException">The column has an annotation of that kind.</exception>
        /// <exception cref="ArgumentException">The value does not fit the type.</exception>
        public void AddAnnotation<T>(string kind, T value, DataViewType annotationType)
        {
            ArgumentException.ThrowIfNullOrEmpty(kind);
            ArgumentNullException.ThrowIfNull(annotationType);
            if (!_annotations.TryAdd(kind, (annotationType, MemberTypes.ConstantGetter(value, annotationType))))
                throw new InvalidOperationException($"The column '{ColumnName}' already has an annotation '{kind}'.");
        }

        internal void AddAnnotations(DataViewSchema.Annotations annotations)
        {
            foreach (var column in annotations.Schema)
                _annotations[column.Name] = (column.Type, annotations.GetterAt(column.Index));
        }
    }
}
