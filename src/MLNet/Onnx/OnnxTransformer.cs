using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using Microsoft.ML.Transforms.Onnx;

[assembly: LoadableModel("OnnxTransform", typeof(OnnxTransformer))]

namespace Microsoft.ML.Transforms.Onnx;

/// <summary>Adds an ONNX model's outputs as columns; one loaded model serves many threads.</summary>
public sealed class OnnxTransformer : RowToRowTransformerBase, IDisposable
{
    private const string LoaderName = "OnnxTransform";
    private const string ModelEntry = "OnnxModel";

    private readonly byte[] _model;
    private readonly (string Name, int[] Shape)[] _shapes;
    private readonly int _recursionLimit;

    private OnnxTransformer(IHost host, OnnxOptions options, byte[] model, OnnxSession session) : base(host)
    {
        _model = model;
        _recursionLimit = options.RecursionLimit;
        _shapes = [.. (options.ShapeDictionary ?? new Dictionary<string, int[]>()).Select(pair => (pair.Key, pair.Value))];
        Session = session;
        Inputs = Nodes(session.Inputs, options.InputColumns, "input");
        Outputs = Nodes(session.Outputs, options.OutputColumns, "output");
        var slotNames = OnnxSlotNames.Read(model);
        Added = Array.ConvertAll(Outputs, node => Describe(node, slotNames.GetValueOrDefault(node.ColumnName)));
    }

    internal OnnxSession Session { get; }

    internal OnnxNode[] Inputs { get; }

    internal OnnxNode[] Outputs { get; }

    /// <summary>The columns of the outputs, in order.</summary>
    internal DataViewSchema.DetachedColumn[] Added { get; }

    /// <summary>Frees the model once no run uses it; scoring fails from then on.</summary>
    public void Dispose() => Session.Dispose();

    internal static OnnxTransformer Create(IHostEnvironment environment, OnnxOptions options, byte[] model)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.RecursionLimit, nameof(OnnxOptions.RecursionLimit));
        var session = new OnnxSession(environment, options, model);
        try
        {
            return new OnnxTransformer(environment.RegisterHost(nameof(OnnxTransformer)), options, model, session);
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    private protected override RowMapper MakeRowMapper(DataViewSchema inputSchema) => new OnnxRowMapper(this, inputSchema);

    private protected override IDataView MakeView(IDataView input)
    {
        var mapper = new OnnxRowMapper(this, input.Schema);
        return mapper.CanBatch ? new OnnxView(input, mapper) : new MappedView(input, mapper);
    }

    private protected override void SaveModel(ModelSaveContext ctx)
    {
        ctx.SetLoader(LoaderName);
        ctx.WriteEntry(ModelEntry, stream =>
        {
            stream.Write(BitConverter.GetBytes(_model.Length));
            stream.Write(_model);
        });
        WriteNames(ctx.Writer, Inputs);
        WriteNames(ctx.Writer, Outputs);
        ctx.Writer.Write(_shapes.Length);
        foreach (var (name, shape) in _shapes)
        {
            ctx.Writer.Write(name);
            ctx.Writer.Write(shape.Length);
            foreach (var size in shape)
                ctx.Writer.Write(size);
        }
        ctx.Writer.Write(_recursionLimit);
    }

    private static OnnxTransformer Load(IHostEnvironment environment, ModelLoadContext ctx)
    {
        var bytes = ctx.ReadBytes(ModelEntry);
        if (bytes.Length < sizeof(int) || BitConverter.ToInt32(bytes) != bytes.Length - sizeof(int))
            throw ctx.Invalid($"'{ModelEntry}' has {bytes.Length} bytes, not as many as it says");
        var options = new OnnxOptions
        {
            InputColumns = ReadNames(ctx),
            OutputColumns = ReadNames(ctx),
            ShapeDictionary = new Dictionary<string, int[]>(),
        };
        for (var count = ReadCount(ctx); count > 0; count--)
        {
            var name = ctx.Reader.ReadString();
            var shape = new int[ReadCount(ctx)];
            for (var i = 0; i < shape.Length; i++)
                shape[i] = ctx.Reader.ReadInt32();
            options.ShapeDictionary[name] = shape;
        }
        options.RecursionLimit = ctx.Reader.ReadInt32();
        return Create(environment, options, bytes[sizeof(int)..]);
    }

    private OnnxNode[] Nodes(IReadOnlyDictionary<string, OnnxRuntime.NodeMetadata> known, string[] names, string role)
    {
        var nodes = Array.ConvertAll(names ?? [.. known.Keys], name => new OnnxNode(
            name,
            known.GetValueOrDefault(name ?? "") ?? throw new ArgumentException($"The ONNX model has no {role} '{name}', only: {string.Join(", ", known.Keys)}.", $"{role}ColumnNames"),
            Array.Find(_shapes, shape => shape.Name == name).Shape));
        if (nodes.Length == 0)
            throw new ArgumentException($"Name at least one {role} of the ONNX model.", $"{role}ColumnNames");
        return nodes;
    }

    private static DataViewSchema.DetachedColumn Describe(OnnxNode node, string[] slotNames)
    {
        var type = node.ColumnType;
        var annotations = new DataViewSchema.Annotations.Builder();
        if (slotNames?.Length == type.Size)
        {
            var names = new VBuffer<ReadOnlyMemory<char>>(slotNames.Length, Array.ConvertAll(slotNames, name => name.AsMemory()));
            annotations.Add(
                AnnotationKinds.SlotNames,
                new VectorDataViewType(TextDataViewType.Instance, slotNames.Length),
                (ref VBuffer<ReadOnlyMemory<char>> value) => names.CopyTo(ref value));
        }
        return new DataViewSchema.DetachedColumn(node.ColumnName, type, annotations.ToAnnotations());
    }

    private static void WriteNames(BinaryWriter writer, OnnxNode[] nodes)
    {
        writer.Write(nodes.Length);
        foreach (var node in nodes)
            writer.Write(node.Name);
    }

    private static string[] ReadNames(ModelLoadContext ctx)
    {
        var names = new string[ReadCount(ctx)];
        for (var i = 0; i < names.Length; i++)
            names[i] = ctx.Reader.ReadString();
        return names;
    }

    private static int ReadCount(ModelLoadContext ctx)
    {
        var count = ctx.Reader.ReadInt32();
        return count is >= 0 and < 10_000 ? count : throw ctx.Invalid($"it counts {count} names or sizes");
    }
}
