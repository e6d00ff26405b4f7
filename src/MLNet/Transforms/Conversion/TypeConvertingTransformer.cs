using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using Microsoft.ML.Transforms;

[assembly: LoadableModel("ConvertTransform", typeof(TypeConvertingTransformer))]

namespace Microsoft.ML.Transforms;

/// <summary>Converts columns' values to another type, item by item in vectors.</summary>
public sealed class TypeConvertingTransformer : OneToOneTransformerBase
{
    private readonly DataKind _kind;

    internal TypeConvertingTransformer(IHostEnvironment env, (string Output, string Input)[] pairs, DataKind outputKind)
        : base(env.RegisterHost(nameof(TypeConvertingTransformer)), pairs)
    {
        outputKind.ToDataViewType();
        _kind = outputKind;
    }

    internal static TypeConvertingTransformer Load(IHostEnvironment env, ModelLoadContext context)
    {
        var pairs = NamePairs.Read(context);
        var kind = (DataKind)context.Reader.ReadByte();
        return Enum.IsDefined(kind)
            ? new TypeConvertingTransformer(env, pairs, kind)
            : throw context.Invalid($"{(byte)kind} is no data kind");
    }

    private protected override void SaveModel(ModelSaveContext ctx)
    {
        ctx.SetLoader("ConvertTransform");
        NamePairs.Write(ctx.Writer, ColumnPairs);
        ctx.Writer.Write((byte)_kind);
    }

    private protected override RowMapper MakeRowMapper(DataViewSchema inputSchema) => new Mapper(inputSchema, ColumnPairs, _kind);

    private sealed class Mapper : OneToOneRowMapper
    {
        private readonly PrimitiveDataViewType[] _targets;
        private readonly Delegate[] _functions;

        public Mapper(DataViewSchema inputSchema, (string Output, string Input)[] pairs, DataKind kind) : base(inputSchema, pairs)
        {
            _targets = Array.ConvertAll(Inputs, column => TypeConversions.TargetOf(column.Type.GetItemType(), kind));
            _functions = [.. Inputs.Zip(_targets, Find)];
        }

        protected override DataViewSchema.DetachedColumn Describe(int added, string name)
        {
            var (input, target) = (Inputs[added], _targets[added]);
            var annotations = new DataViewSchema.Annotations.Builder();
            annotations.Add(input.Annotations, kind =>
                kind == AnnotationKinds.SlotNames
                || kind == AnnotationKinds.KeyValues && target is KeyDataViewType
                || kind == AnnotationKinds.IsNormalized && target is NumberDataViewType);
            return new DataViewSchema.DetachedColumn(name, input.Type.WithItems(target), annotations.ToAnnotations());
        }

        protected override Delegate MakeGetter(DataViewRow input, int added)
        {
            var types = new[] { Inputs[added].Type.GetItemType().RawType, _targets[added].RawType };
            return GenericCall.Static<Delegate>(typeof(VectorGetters), nameof(VectorGetters.Map), types, input, Inputs[added], _functions[added]);
        }

        private static Delegate Find(DataViewSchema.Column column, PrimitiveDataViewType target) =>
            TypeConversions.Find(column.Type.GetItemType(), target)
            ?? throw SchemaErrors.Mismatch("inputSchema", "input", column.Name, $"a type that converts to {target}", $"{column.Type}");
    }
}
