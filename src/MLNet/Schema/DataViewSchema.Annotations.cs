using Microsoft.ML.Data;

namespace Microsoft.ML;

public sealed partial class DataViewSchema
{
    /// <summary>Named values that describe a column, such as the names of its slots.</summary>
    public sealed class Annotations
    {
        private readonly Delegate[] _getters;

        private Annotations(DataViewSchema schema, Delegate[] getters)
        {
            Schema = schema;
            _getters = getters;
        }

        /// <summary>Annotations of a column about which nothing is known.</summary>
        public static Annotations Empty { get; } = new(new DataViewSchema([]), []);

        /// <summary>The kinds of annotations as columns.</summary>
        public DataViewSchema Schema { get; }

        /// <summary>Gives the delegate that reads one annotation.</summary>
        /// <exception cref="InvalidOperationException">The annotation has another type.</exception>
        public ValueGetter<TValue> GetGetter<TValue>(Column column)
        {
            if ((uint)column.Index >= (uint)_getters.Length)
                throw new ArgumentOutOfRangeException(nameof(column), $"There are {_getters.Length} annotations, none at {column.Index}.");
            return _getters[column.Index] as ValueGetter<TValue>
                ?? throw new InvalidOperationException($"The annotation '{column.Name}' has type {column.Type}, which is not read as '{typeof(TValue)}'.");
        }

        /// <summary>Reads the annotation of that kind into <paramref name="value"/>.</summary>
        /// <exception cref="InvalidOperationException">There is no annotation of that kind, or it has another type.</exception>
        public void GetValue<TValue>(string kind, ref TValue value)
        {
            var column = Schema.GetColumnOrNull(kind)
                ?? throw new InvalidOperationException($"There is no annotation '{kind}'; the column has: {(Schema.Count == 0 ? "none" : ToString())}.");
            GetGetter<TValue>(column)(ref value);
        }

        /// <inheritdoc/>
        public override string ToString() => string.Join(", ", Schema.Select(column => column.Name));

        internal Delegate GetterAt(int index) => _getters[index];

        /// <summary>Collects annotations of a column.</summary>
        public sealed class Builder
        {
            private readonly List<(DetachedColumn Column, Delegate Getter)> _items = [];

            /// <summary>Starts without annotations.</summary>
            public Builder()
            {
            }

            /// <summary>Adds those annotations whose kind <paramref name="selector"/> accepts.</summary>
            public void Add(Annotations annotations, Func<string, bool> selector)
            {
                ArgumentNullException.ThrowIfNull(selector);
                foreach (var column in annotations?.Schema ?? Empty.Schema)
                    if (!column.IsHidden && selector(column.Name))
                        _items.Add((new DetachedColumn(column), annotations.GetterAt(column.Index)));
            }

            /// <summary>Adds an annotation that <paramref name="getter"/> reads.</summary>
            public void Add<TValue>(string name, DataViewType type, ValueGetter<TValue> getter, Annotations annotations = null) =>
                Add(name, type, (Delegate)getter, annotations);

            /// <summary>Adds an annotation read by a getter of the type's raw type.</summary>
            /// <exception cref="ArgumentException">The getter is of another type.</exception>
            public void Add(string name, DataViewType type, Delegate getter, Annotations annotations = null)
            {
                ArgumentNullException.ThrowIfNull(type);
                ArgumentNullException.ThrowIfNull(getter);
                var expected = typeof(ValueGetter<>).MakeGenericType(type.RawType);
                if (getter.GetType() != expected)
                    throw new ArgumentException($"The annotation '{name}' of type {type} needs a getter '{expected}', not '{getter.GetType()}'.", nameof(getter));
                _items.Add((new DetachedColumn(name, type, annotations), getter));
            }

            /// <summary>Adds an annotation with a plain value.</summary>
            public void AddPrimitiveValue<TValue>(string name, PrimitiveDataViewType type, TValue value, Annotations annotations = null) =>
                Add(name, type, (ref TValue result) => result = value, annotations);

            /// <summary>Makes the annotations.</summary>
            public Annotations ToAnnotations() =>
                _items.Count == 0
                    ? Empty
                    : new Annotations(new DataViewSchema(_items.ConvertAll(item => item.Column)), [.. _items.Select(item => item.Getter)]);
        }
    }
}
