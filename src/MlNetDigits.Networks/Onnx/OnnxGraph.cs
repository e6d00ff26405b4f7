namespace MlNetDigits.Networks.Onnx;

/// <summary>A graph of operators, built node by node from inputs to outputs.</summary>
public sealed class OnnxGraph
{
    private readonly List<OnnxNode> _nodes = [];
    private readonly List<OnnxTensor> _initializers = [];
    private readonly List<OnnxValueInfo> _inputs = [];
    private readonly List<OnnxValueInfo> _outputs = [];
    private readonly HashSet<string> _values = [];

    /// <summary>Starts an empty graph under a name.</summary>
    public OnnxGraph(string name)
    {
        ArgumentNullException.ThrowIfNull(name);

        Proto = new GraphProto { Name = name };
    }

    // As read: whether the nodes fit together is for ONNX Runtime to judge.
    internal OnnxGraph(GraphProto proto)
    {
        Proto = proto;
        _nodes.AddRange(proto.Node.Select(node => new OnnxNode(node)));
        _initializers.AddRange(proto.Initializer.Select(OnnxTensorReader.Read));
        _inputs.AddRange(proto.Input.Select(input => new OnnxValueInfo(input)));
        _outputs.AddRange(proto.Output.Select(output => new OnnxValueInfo(output)));
        _values.UnionWith(ValueNames());
    }

    /// <summary>The graph's name, for people.</summary>
    public string Name => Proto.Name;

    /// <summary>The operators, each after those whose outputs it reads.</summary>
    public IReadOnlyList<OnnxNode> Nodes => _nodes;

    /// <summary>The constants, such as trained weights.</summary>
    public IReadOnlyList<OnnxTensor> Initializers => _initializers;

    /// <summary>The values fed at each run.</summary>
    public IReadOnlyList<OnnxValueInfo> Inputs => _inputs;

    /// <summary>The inputs without a value of their own; older models list their weights as inputs too.</summary>
    public IEnumerable<OnnxValueInfo> RequiredInputs
    {
        get
        {
            HashSet<string> weights = [.. _initializers.Select(tensor => tensor.Name)];
            return _inputs.Where(input => !weights.Contains(input.Name));
        }
    }

    /// <summary>The values fetched from each run.</summary>
    public IReadOnlyList<OnnxValueInfo> Outputs => _outputs;

    internal GraphProto Proto { get; }

    /// <summary>Adds an input and gives its name.</summary>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    public string AddInput(string name, OnnxElementType elementType, params OnnxDimension[] dimensions) =>
        AddInput(new OnnxValueInfo(name, elementType, dimensions));

    /// <summary>Declares a value of the graph to be an output.</summary>
    /// <exception cref="ArgumentException">No node, input or initializer gives the value, or it is an output already.</exception>
    public void AddOutput(string name, OnnxElementType elementType, params OnnxDimension[] dimensions) =>
        AddOutput(new OnnxValueInfo(name, elementType, dimensions));

    /// <summary>Declares a value of the graph to be an output whose type and shape the runtime infers.</summary>
    /// <param name="name">Name of the value, such as an inner activation.</param>
    /// <exception cref="ArgumentException">No node, input or initializer gives the value, or it is an output already.</exception>
    public void AddInferredOutput(string name) => AddOutput(OnnxValueInfo.Inferred(name));

    /// <summary>Gives the constants: initializers and what <c>Constant</c> nodes give.</summary>
    public IEnumerable<OnnxTensor> Constants() => _initializers.Concat(_nodes
        .Where(node => node.OpType == "Constant" && node.Attribute("value")?.TensorValue is not null)
        .Select(node => node.Attribute("value")!.TensorValue!.Renamed(node.Outputs[0])));

    /// <summary>Gives the operators that a value depends on, in the order of execution.</summary>
    /// <param name="output">Name of the value.</param>
    public IReadOnlyList<OnnxNode> Ancestors(string output)
    {
        HashSet<string> wanted = [output];
        List<OnnxNode> ancestors = [];
        foreach (OnnxNode node in Enumerable.Reverse(_nodes).Where(node => node.Outputs.Any(name => name.Length > 0 && wanted.Contains(name))))
        {
            wanted.UnionWith(node.Inputs);
            ancestors.Add(node);
        }

        ancestors.Reverse();
        return ancestors;
    }

    /// <summary>Adds a standard operator of one output and gives the output's name.</summary>
    /// <exception cref="ArgumentException">An input is unknown, or the output's name is taken.</exception>
    public string AddNode(string opType, string[] inputs, string output, params OnnxAttribute[] attributes)
    {
        ArgumentNullException.ThrowIfNull(output);
        AddNode(new OnnxNode(output, opType, "", inputs, [output], attributes));
        return output;
    }

    /// <summary>Adds a constant of floats and gives its name.</summary>
    /// <exception cref="ArgumentException">The name is taken, or the values don't fill the dimensions.</exception>
    public string AddInitializer(string name, int[] dimensions, ReadOnlySpan<float> values) =>
        AddInitializer(OnnxTensor.FromFloats(name, dimensions, values));

    /// <summary>Adds a constant of 64-bit integers and gives its name.</summary>
    /// <exception cref="ArgumentException">The name is taken, or the values don't fill the dimensions.</exception>
    public string AddInitializer(string name, int[] dimensions, ReadOnlySpan<long> values) =>
        AddInitializer(OnnxTensor.FromInt64s(name, dimensions, values));

    /// <summary>Adds a constant of texts and gives its name.</summary>
    /// <exception cref="ArgumentException">The name is taken, or the values don't fill the dimensions.</exception>
    public string AddInitializer(string name, int[] dimensions, IReadOnlyList<string> values) =>
        AddInitializer(OnnxTensor.FromStrings(name, dimensions, values));

    /// <summary>Gives the prefix, or the prefix and a number, so that no value has it.</summary>
    public string UniqueName(string prefix) => Names.Unique(prefix, _values.Contains);

    /// <summary>Records the names of an output's slots where ML.NET looks for them.</summary>
    /// <param name="column">The output, such as "Score".</param>
    /// <param name="names">One name for each slot, in order.</param>
    public void AddSlotNames(string column, IReadOnlyList<string> names)
    {
        ArgumentException.ThrowIfNullOrEmpty(column);
        ArgumentNullException.ThrowIfNull(names);
        if (names.Distinct().Count() != names.Count)
            throw new ArgumentException($"The slots of '{column}' need different names, got: {string.Join(", ", names)}.", nameof(names));

        var input = AddInitializer($"mlnet.{column}.unusedInput", [1], ["none"]);
        AddNode(new OnnxNode(
            $"mlnet.{column}.SlotNames",
            "LabelEncoder",
            OnnxModel.MachineLearningDomain,
            [input],
            [$"mlnet.{column}.unusedOutput"],
            [
                OnnxAttribute.Strings("keys_strings", [.. names]),
                OnnxAttribute.Ints("values_int64s", [.. Enumerable.Range(0, names.Count).Select(i => (long)i)]),
            ]));
    }

    /// <summary>Reads the names of an output's slots from where ML.NET looks for them.</summary>
    /// <param name="column">The output, such as "Score".</param>
    /// <returns>One name for each slot, in order; null where there are none.</returns>
    public IReadOnlyList<string>? SlotNamesOf(string column) =>
        Nodes.FirstOrDefault(node => node.Name == $"mlnet.{column}.SlotNames")?.Attribute("keys_strings")?.StringValues;

    /// <summary>The operators through which one value leads to another, in the order of execution.</summary>
    internal OnnxNode[] Between(string input, string output)
    {
        HashSet<string> reached = [input];
        List<OnnxNode> between = [];
        foreach (OnnxNode node in Ancestors(output).Where(node => node.Inputs.Any(reached.Contains)))
        {
            reached.UnionWith(node.Outputs);
            between.Add(node);
        }

        return [.. between];
    }

    internal string AddInput(OnnxValueInfo input)
    {
        Claim(input.Name);
        _inputs.Add(input);
        Proto.Input.Add(input.Proto);
        return input.Name;
    }

    internal void AddOutput(OnnxValueInfo output)
    {
        if (!_values.Contains(output.Name))
            throw new ArgumentException($"The graph '{Name}' has no value '{output.Name}' to put out. Add the node that gives it first.");
        if (_outputs.Any(other => other.Name == output.Name))
            throw new ArgumentException($"The graph '{Name}' puts out '{output.Name}' already.");

        _outputs.Add(output);
        Proto.Output.Add(output.Proto);
    }

    internal void AddNode(OnnxNode node)
    {
        foreach (var input in node.Inputs)
            if (input.Length > 0 && !_values.Contains(input))
                throw new ArgumentException($"The {node.OpType} node '{node.Name}' reads '{input}', which the graph '{Name}' lacks. Add what gives it first.");
        foreach (var output in node.Outputs)
            if (output.Length > 0)
                Claim(output);
        _nodes.Add(node);
        Proto.Node.Add(node.Proto);
    }

    internal string AddInitializer(OnnxTensor tensor)
    {
        Claim(tensor.Name);
        _initializers.Add(tensor);
        Proto.Initializer.Add(tensor.Proto);
        return tensor.Name;
    }

    internal IEnumerable<string> ValueNames() =>
        _inputs.Select(input => input.Name)
            .Concat(_initializers.Select(tensor => tensor.Name))
            .Concat(_nodes.SelectMany(node => node.Outputs).Where(output => output.Length > 0));

    private void Claim(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (!_values.Add(name))
            throw new ArgumentException($"The graph '{Name}' has a value named '{name}' already. Take another name, as {nameof(UniqueName)} gives.");
    }
}
