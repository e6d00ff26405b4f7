using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using Microsoft.ML.Transforms;

[assembly: LoadableModel("KeyToVectorTransform", typeof(KeyToVectorMappingTransformer))]

namespace Microsoft.ML.Transforms;

/// <summary>Turns keys into vectors: one after the other for vectors of keys, or their counts.</summary>
public sealed class KeyToVectorMappingTransformer : OneToOneTransformerBase
{
    private readonly bool _counts;

    internal KeyToVectorMappingTransformer(IHostEnvironment env, (string Output, string Input)[] pairs, bool outputCountVector)
        : base(env.RegisterHost(nameof(KeyToVectorMappingTransformer)), pairs) => _counts = outputCountVector;

    internal static KeyToVectorMappingTransformer Load(IHostEnvironment env, ModelLoadContext context)
    {
        var pairs = NamePairs.Read(context);
        return new KeyToVectorMappingTransformer(env, pairs, context.Reader.ReadBoolean());
    }

    private protected override void SaveModel(ModelSaveContext ctx)
    {
        ctx.SetLoader("KeyToVectorTransform");
        NamePairs.Write(ctx.Writer, ColumnPairs);
        ctx.Writer.Write(_counts);
    }

    private protected override RowMapper MakeRowMapper(DataViewSchema inputSchema) => new KeyToVectorMapper(inputSchema, ColumnPairs, _counts);
}
