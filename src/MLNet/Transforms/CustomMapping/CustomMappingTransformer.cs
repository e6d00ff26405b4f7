using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace Microsoft.ML.Transforms;

/// <summary>Computes columns by an action from one object to another, once per row.</summary>
public sealed class CustomMappingTransformer<TSrc, TDst> : ITransformer
    where TSrc : class, new()
    where TDst : class, new()
{
    private readonly Action<TSrc, TDst> _mapAction;
    private readonly string _contractName;
    private readonly SchemaDefinition _inputDefinition;

    internal CustomMappingTransformer(
        IHostEnvironment env, Action<TSrc, TDst> mapAction, string contractName, SchemaDefinition inputDefinition, SchemaDefinition outputDefinition)
    {
        ArgumentNullException.ThrowIfNull(env);
        ArgumentNullException.ThrowIfNull(mapAction);
        _mapAction = mapAction;
        _contractName = contractName;
        _inputDefinition = inputDefinition;
        InputNames = Array.ConvertAll(MemberColumn.Of(typeof(TSrc), inputDefinition, SchemaDefinition.Direction.Write), member => member.Name);
        OutputColumns = TypedColumns<TDst>.Of(outputDefinition);
    }

    bool ITransformer.IsRowToRowMapper => true;

    /// <summary>The columns that the action's input is filled from.</summary>
    internal string[] InputNames { get; }

    /// <summary>The columns that the action's output is read into.</summary>
    internal TypedColumns<TDst> OutputColumns { get; }

    /// <summary>Gives the input's columns with those of the output objects.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A column of the input objects is missing.</exception>
    public DataViewSchema GetOutputSchema(DataViewSchema inputSchema) => MakeMapper(inputSchema).OutputSchema;

    /// <summary>Gives the input with the columns of the output objects, computed when they are read.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A column of the input objects is missing.</exception>
    public IDataView Transform(IDataView input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return new MappedView(input, MakeMapper(input.Schema));
    }

    IRowToRowMapper ITransformer.GetRowToRowMapper(DataViewSchema inputSchema) => MakeMapper(inputSchema);

    void ICanSaveModel.Save(ModelSaveContext ctx)
    {
        ArgumentNullException.ThrowIfNull(ctx);
        if (string.IsNullOrEmpty(_contractName))
            throw new InvalidOperationException(
                "Empty contract name for a transform: the transform cannot be persisted. Give CustomMapping a contract name and mark a CustomMappingFactory with it.");
        ctx.SetLoader(CustomMappingLoader.Name);
        ctx.Writer.Write(_contractName);
        ctx.Writer.Write(_mapAction.Method.DeclaringType?.Assembly.FullName ?? "");
    }

    private CustomMapper<TSrc, TDst> MakeMapper(DataViewSchema inputSchema)
    {
        foreach (var name in InputNames)
            inputSchema.FindInput(name);
        return new CustomMapper<TSrc, TDst>(inputSchema, new RowBinding<TSrc>(inputSchema, ignoreMissingColumns: false, _inputDefinition), OutputColumns, _mapAction);
    }
}
