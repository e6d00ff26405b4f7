using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using Microsoft.ML.Transforms;

[assembly: LoadableModel("TermTransform", typeof(ValueToKeyMappingTransformer))]

namespace Microsoft.ML.Transforms;

/// <summary>Turns values into the keys that were numbered when it was fitted.</summary>
public sealed class ValueToKeyMappingTransformer : OneToOneTransformerBase
{
    private readonly Vocabulary[] _vocabularies;
    private readonly bool _asText;

    internal ValueToKeyMappingTransformer(IHost host, (string Output, string Input)[] pairs, Vocabulary[] vocabularies, bool asText) : base(host, pairs)
    {
        _vocabularies = vocabularies;
        _asText = asText;
    }

    internal static ValueToKeyMappingTransformer Load(IHostEnvironment env, ModelLoadContext context)
    {
        var pairs = NamePairs.Read(context);
        var asText = context.Reader.ReadBoolean();
        var vocabularies = Array.ConvertAll(pairs, _ => Vocabulary.Load(context));
        return new ValueToKeyMappingTransformer(env.RegisterHost(nameof(ValueToKeyMappingTransformer)), pairs, vocabularies, asText);
    }

    private protected override void SaveModel(ModelSaveContext ctx)
    {
        ctx.SetLoader("TermTransform");
        NamePairs.Write(ctx.Writer, ColumnPairs);
        ctx.Writer.Write(_asText);
        foreach (var vocabulary in _vocabularies)
            vocabulary.Save(ctx.Writer);
        ctx.WriteText("Vocabulary/Terms.txt", _vocabularies[0].ToText().Select((text, id) => $"{id}\t{text}"));
    }

    private protected override RowMapper MakeRowMapper(DataViewSchema inputSchema) => new Mapper(inputSchema, this);

    private sealed class Mapper : OneToOneRowMapper
    {
        private readonly ValueToKeyMappingTransformer _parent;

        public Mapper(DataViewSchema inputSchema, ValueToKeyMappingTransformer parent) : base(inputSchema, parent.ColumnPairs)
        {
            _parent = parent;
            for (var i = 0; i < Inputs.Length; i++)
            {
                var (known, given) = (parent._vocabularies[i].ItemType, Inputs[i].Type.GetItemType());
                if (!known.Equals(given))
                    throw SchemaErrors.Mismatch(nameof(inputSchema), "input", Inputs[i].Name, $"{known} or a vector of it", $"{Inputs[i].Type}");
            }
        }

        protected override DataViewSchema.DetachedColumn Describe(int added, string name)
        {
            var input = Inputs[added];
            var vocabulary = _parent._vocabularies[added];
            var annotations = new DataViewSchema.Annotations.Builder();
            annotations.AddSlotNames(input);
            vocabulary.AddKeyValues(annotations, input, _parent._asText);
            return new DataViewSchema.DetachedColumn(name, input.Type.WithItems(vocabulary.KeyType), annotations.ToAnnotations());
        }

        protected override Delegate MakeGetter(DataViewRow input, int added) => _parent._vocabularies[added].MakeGetter(input, Inputs[added]);
    }
}
