using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using Microsoft.ML.Transforms;

[assembly: LoadableModel("CopyTransform", typeof(ColumnCopyingTransformer))]

namespace Microsoft.ML.Transforms;

/// <summary>Gives a column a second name, with its type and annotations.</summary>
public sealed class ColumnCopyingTransformer : OneToOneTransformerBase
{
    internal ColumnCopyingTransformer(IHostEnvironment env, (string Output, string Input)[] pairs)
        : base(env.RegisterHost(nameof(ColumnCopyingTransformer)), pairs)
    {
    }

    internal static ColumnCopyingTransformer Load(IHostEnvironment env, ModelLoadContext context) => new(env, NamePairs.Read(context));

    private protected override void SaveModel(ModelSaveContext ctx)
    {
        ctx.SetLoader("CopyTransform");
        NamePairs.Write(ctx.Writer, ColumnPairs);
    }

    private protected override RowMapper MakeRowMapper(DataViewSchema inputSchema) => new Mapper(inputSchema, ColumnPairs);

    private sealed class Mapper(DataViewSchema inputSchema, (string Output, string Input)[] pairs) : OneToOneRowMapper(inputSchema, pairs)
    {
        protected override DataViewSchema.DetachedColumn Describe(int added, string name) =>
            new(name, Inputs[added].Type, Inputs[added].Annotations);

        protected override Delegate MakeGetter(DataViewRow input, int added) => input.GetGetter(Inputs[added]);
    }
}
