using System.Numerics;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using Microsoft.ML.Transforms;

[assembly: LoadableModel("KeyToValueTransform", typeof(KeyToValueMappingTransformer))]

namespace Microsoft.ML.Transforms;

/// <summary>Turns keys into the values in their annotations; a missing key gives NaN, empty text or 0.</summary>
public sealed class KeyToValueMappingTransformer : OneToOneTransformerBase
{
    internal KeyToValueMappingTransformer(IHostEnvironment env, (string Output, string Input)[] pairs)
        : base(env.RegisterHost(nameof(KeyToValueMappingTransformer)), pairs)
    {
    }

    internal static KeyToValueMappingTransformer Load(IHostEnvironment env, ModelLoadContext context) => new(env, NamePairs.Read(context));

    private protected override void SaveModel(ModelSaveContext ctx)
    {
        ctx.SetLoader("KeyToValueTransform");
        NamePairs.Write(ctx.Writer, ColumnPairs);
    }

    private protected override RowMapper MakeRowMapper(DataViewSchema inputSchema) => new Mapper(inputSchema, ColumnPairs);

    private sealed class Mapper : OneToOneRowMapper
    {
        private readonly PrimitiveDataViewType[] _types;

        public Mapper(DataViewSchema inputSchema, (string Output, string Input)[] pairs) : base(inputSchema, pairs) =>
            _types = Array.ConvertAll(Inputs, TypeOf);

        protected override DataViewSchema.DetachedColumn Describe(int added, string name)
        {
            var annotations = new DataViewSchema.Annotations.Builder();
            annotations.AddSlotNames(Inputs[added]);
            return new DataViewSchema.DetachedColumn(name, Inputs[added].Type.WithItems(_types[added]), annotations.ToAnnotations());
        }

        protected override Delegate MakeGetter(DataViewRow input, int added)
        {
            var column = Inputs[added];
            var types = new[] { column.Type.GetItemType().RawType, _types[added].RawType };
            return GenericCall.Static<Delegate>(typeof(Mapper), nameof(Make), types, input, column);
        }

        private static PrimitiveDataViewType TypeOf(DataViewSchema.Column column)
        {
            if (column.Type.GetItemType() is not KeyDataViewType)
                throw SchemaErrors.Mismatch("inputSchema", "input", column.Name, "Key", $"{column.Type}");
            return KeyValues.TypeOf(column)
                ?? throw SchemaErrors.Mismatch("inputSchema", "input", column.Name, "Key with KeyValues annotations", $"{column.Type} without them");
        }

        private static Delegate Make<TKey, TValue>(DataViewRow input, DataViewSchema.Column column) where TKey : struct, IBinaryInteger<TKey>
        {
            var values = KeyValues.Read<TValue>(column);
            var missing = typeof(TValue) == typeof(float) ? (TValue)(object)float.NaN
                : typeof(TValue) == typeof(double) ? (TValue)(object)double.NaN
                : default;
            return VectorGetters.Map<TKey, TValue>(input, column, key =>
                ulong.CreateTruncating(key) is var raw && raw - 1 < (ulong)values.Length ? values[raw - 1] : missing);
        }
    }
}
