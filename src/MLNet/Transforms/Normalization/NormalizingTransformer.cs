using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using Microsoft.ML.Transforms;

[assembly: LoadableModel("Normalizer", typeof(NormalizingTransformer))]

namespace Microsoft.ML.Transforms;

/// <summary>Scales numbers by what was learned of their range.</summary>
public sealed partial class NormalizingTransformer : OneToOneTransformerBase
{
    private readonly AffineFunction[] _functions;

    internal NormalizingTransformer(IHost host, (string Output, string Input)[] pairs, AffineFunction[] functions) : base(host, pairs) =>
        _functions = functions;

    /// <summary>Gives what was learned about one column.</summary>
    /// <param name="index">The place of the column among those normalized, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such place.</exception>
    public NormalizerModelParametersBase GetNormalizerModelParameters(int index) =>
        (uint)index < (uint)_functions.Length
            ? _functions[index].ToParameters()
            : throw new ArgumentOutOfRangeException(nameof(index), $"Normalized columns go from 0 to {_functions.Length - 1}, not {index}.");

    internal static NormalizingTransformer Load(IHostEnvironment env, ModelLoadContext context)
    {
        var pairs = NamePairs.Read(context);
        var functions = Array.ConvertAll(pairs, _ => AffineFunction.Load(context));
        return new NormalizingTransformer(env.RegisterHost(nameof(NormalizingTransformer)), pairs, functions);
    }

    private protected override void SaveModel(ModelSaveContext ctx)
    {
        ctx.SetLoader("Normalizer");
        NamePairs.Write(ctx.Writer, ColumnPairs);
        foreach (var function in _functions)
            function.Save(ctx.Writer);
    }

    private protected override RowMapper MakeRowMapper(DataViewSchema inputSchema) => new Mapper(inputSchema, ColumnPairs, _functions);

    private sealed class Mapper : OneToOneRowMapper
    {
        private readonly AffineFunction[] _functions;

        public Mapper(DataViewSchema inputSchema, (string Output, string Input)[] pairs, AffineFunction[] functions) : base(inputSchema, pairs)
        {
            _functions = functions;
            for (var i = 0; i < Inputs.Length; i++)
                if (!functions[i].Fits(Inputs[i].Type))
                    throw SchemaErrors.Mismatch(nameof(inputSchema), "input", Inputs[i].Name, "the type that the normalizer was fitted to", $"{Inputs[i].Type}");
        }

        protected override DataViewSchema.DetachedColumn Describe(int added, string name)
        {
            var annotations = new DataViewSchema.Annotations.Builder();
            annotations.AddPrimitiveValue(AnnotationKinds.IsNormalized, BooleanDataViewType.Instance, true);
            annotations.AddSlotNames(Inputs[added]);
            return new DataViewSchema.DetachedColumn(name, Inputs[added].Type, annotations.ToAnnotations());
        }

        protected override Delegate MakeGetter(DataViewRow input, int added) => _functions[added].MakeGetter(input, Inputs[added]);
    }
}
