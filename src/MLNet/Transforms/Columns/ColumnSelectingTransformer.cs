using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using Microsoft.ML.Transforms;

[assembly: LoadableModel("SelectColumnsTransform", typeof(ColumnSelectingTransformer))]

namespace Microsoft.ML.Transforms;

/// <summary>Keeps the columns that are named, in that order, or all but those.</summary>
public sealed class ColumnSelectingTransformer : ITransformer
{
    private readonly string[] _names;
    private readonly bool _keeps;
    private readonly bool _keepHidden;

    /// <summary>Keeps or drops columns; <paramref name="keepHidden"/> matters to keeping only.</summary>
    internal ColumnSelectingTransformer(IHostEnvironment env, string[] columnNames, bool keeps, bool keepHidden)
    {
        ArgumentNullException.ThrowIfNull(env);
        ArgumentNullException.ThrowIfNull(columnNames);
        if (columnNames.Length == 0)
            throw new InvalidOperationException("Name at least one column to keep or to drop.");
        foreach (var name in columnNames)
            ArgumentException.ThrowIfNullOrEmpty(name, nameof(columnNames));
        _names = columnNames;
        _keeps = keeps;
        _keepHidden = keepHidden;
    }

    bool ITransformer.IsRowToRowMapper => true;

    /// <summary>Gives the columns that remain.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A named column is missing.</exception>
    public DataViewSchema GetOutputSchema(DataViewSchema inputSchema) => new SelectingMapper(inputSchema, Choose(inputSchema)).OutputSchema;

    /// <summary>Gives the rows with the columns that remain.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A named column is missing.</exception>
    public IDataView Transform(IDataView input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return new SelectedView(input, new SelectingMapper(input.Schema, Choose(input.Schema)));
    }

    IRowToRowMapper ITransformer.GetRowToRowMapper(DataViewSchema inputSchema) => new SelectingMapper(inputSchema, Choose(inputSchema));

    void ICanSaveModel.Save(ModelSaveContext ctx)
    {
        ArgumentNullException.ThrowIfNull(ctx);
        ctx.SetLoader("SelectColumnsTransform");
        ctx.Writer.Write(_keeps);
        ctx.Writer.Write(_keepHidden);
        ctx.Writer.Write(_names.Length);
        foreach (var name in _names)
            ctx.Writer.Write(name);
    }

    internal static ColumnSelectingTransformer Load(IHostEnvironment env, ModelLoadContext context)
    {
        var keeps = context.Reader.ReadBoolean();
        var keepHidden = context.Reader.ReadBoolean();
        var names = new string[context.ReadCount()];
        for (var i = 0; i < names.Length; i++)
            names[i] = context.Reader.ReadString();
        return new ColumnSelectingTransformer(env, names, keeps, keepHidden);
    }

    private int[] Choose(DataViewSchema schema)
    {
        foreach (var name in _names)
            schema.FindInput(name);
        var chosen = _keeps
            ? _names.Distinct().SelectMany(name => schema.Where(column => column.Name == name && (_keepHidden || !column.IsHidden)))
            : schema.Where(column => !_names.Contains(column.Name));
        return [.. chosen.Select(column => column.Index)];
    }
}
