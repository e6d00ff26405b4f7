using Microsoft.ML.Runtime;
using Microsoft.ML.Transforms;

[assembly: LoadableModel("ConcatTransform", typeof(Microsoft.ML.Data.ColumnConcatenatingTransformer))]

namespace Microsoft.ML.Data;

/// <summary>Joins columns of one item type into a vector.</summary>
public sealed class ColumnConcatenatingTransformer : RowToRowTransformerBase
{
    private readonly string _name;
    private readonly string[] _sources;

    internal ColumnConcatenatingTransformer(IHostEnvironment env, string outputColumnName, string[] inputColumnNames)
        : base(env.RegisterHost(nameof(ColumnConcatenatingTransformer)))
    {
        ArgumentException.ThrowIfNullOrEmpty(outputColumnName);
        ArgumentNullException.ThrowIfNull(inputColumnNames);
        if (inputColumnNames.Length == 0)
            throw new ArgumentException($"Name at least one column to join into '{outputColumnName}'.", nameof(inputColumnNames));
        foreach (var name in inputColumnNames)
            ArgumentException.ThrowIfNullOrEmpty(name, nameof(inputColumnNames));
        _name = outputColumnName;
        _sources = inputColumnNames;
    }

    internal static ColumnConcatenatingTransformer Load(IHostEnvironment env, ModelLoadContext context)
    {
        var name = context.Reader.ReadString();
        var sources = new string[context.ReadCount()];
        for (var i = 0; i < sources.Length; i++)
            sources[i] = context.Reader.ReadString();
        return new ColumnConcatenatingTransformer(env, name, sources);
    }

    private protected override void SaveModel(ModelSaveContext ctx)
    {
        ctx.SetLoader("ConcatTransform");
        ctx.Writer.Write(_name);
        ctx.Writer.Write(_sources.Length);
        foreach (var source in _sources)
            ctx.Writer.Write(source);
    }

    private protected override RowMapper MakeRowMapper(DataViewSchema inputSchema) => new ConcatenatingMapper(inputSchema, _name, _sources);
}
