namespace MlNetDigits.Networks.Onnx;

/// <summary>Chains two models into one, renaming what would collide.</summary>
internal static class OnnxJoin
{
    public static OnnxModel Join(OnnxModel first, OnnxModel second, IReadOnlyDictionary<string, string> connections)
    {
        RequireJoinable(first);
        RequireJoinable(second);
        RequireConnections(first.Graph, second.Graph, connections);

        var fed = connections.Values.ToHashSet();
        var kept = first.Graph.RequiredInputs.Select(input => input.Name).ToHashSet();
        var own = second.Graph.RequiredInputs.Concat(second.Graph.Outputs).Select(value => value.Name).Where(name => !fed.Contains(name)).ToHashSet();
        if (own.FirstOrDefault(kept.Contains) is { } clash)
            throw new ArgumentException($"Both models have an input or output named '{clash}'. Rename one of them before joining.");

        // The outer names stay as they are; everything inside yields to them.
        var firstNames = Rename(first.Graph, kept, own);
        var taken = own.Concat(first.Graph.ValueNames().Select(name => firstNames[name])).ToHashSet();
        var secondNames = Rename(second.Graph, own, taken, fed);
        foreach (var (output, input) in connections)
            secondNames[input] = firstNames[output];

        var graph = new OnnxGraph($"{first.Graph.Name}_{second.Graph.Name}");
        foreach (var input in first.Graph.RequiredInputs.Concat(second.Graph.RequiredInputs.Where(input => !fed.Contains(input.Name))))
            graph.AddInput(input);
        var secondNodes = second.Graph.Nodes.Select(node => node.Name).ToHashSet();
        Copy(first.Graph, graph, firstNames, [], name => Names.Unique(name, taken => taken.Length > 0 && secondNodes.Contains(taken)));
        Copy(second.Graph, graph, secondNames, fed, name => name);
        foreach (var output in second.Graph.Outputs)
            graph.AddOutput(output);
        return Describe(first, second, graph);
    }

    private static void RequireJoinable(OnnxModel model)
    {
        if (model.HasUnknownFields || model.Graph.Proto.HasUnknownFields || model.Graph.Nodes.Any(node => node.Attributes.Any(attribute => attribute.Kind == OnnxAttributeKind.Other)))
            throw new NotSupportedException($"The model of the graph '{model.Graph.Name}' has functions, subgraphs or other parts that cannot be joined.");
    }

    private static void RequireConnections(OnnxGraph first, OnnxGraph second, IReadOnlyDictionary<string, string> connections)
    {
        if (connections.Count == 0)
            throw new ArgumentException("Joining needs at least one output of the first model that feeds the second.", nameof(connections));

        foreach (var (output, input) in connections)
        {
            var given = first.Outputs.FirstOrDefault(value => value.Name == output)
                ?? throw new ArgumentException($"The first model has no output '{output}', only: {string.Join(", ", first.Outputs)}.", nameof(connections));
            var taken = second.Inputs.FirstOrDefault(value => value.Name == input)
                ?? throw new ArgumentException($"The second model has no input '{input}', only: {string.Join(", ", second.Inputs)}.", nameof(connections));
            if (!Fits(given, taken))
                throw new ArgumentException($"The output {given} does not fit the input {taken}.", nameof(connections));
        }
    }

    private static bool Fits(OnnxValueInfo given, OnnxValueInfo taken) =>
        given.ElementType == taken.ElementType
        && (given.Dimensions is null || taken.Dimensions is null
            || (given.Dimensions.Count == taken.Dimensions.Count
                && given.Dimensions.Zip(taken.Dimensions).All(pair => pair.First.Size is null || pair.Second.Size is null || pair.First.Size == pair.Second.Size)));

    private static Dictionary<string, string> Rename(OnnxGraph graph, HashSet<string> fixedNames, HashSet<string> taken, HashSet<string>? fed = null)
    {
        var names = new Dictionary<string, string> { [""] = "" };
        var used = new HashSet<string>(taken.Concat(graph.ValueNames().Where(name => !taken.Contains(name))));
        foreach (var name in graph.ValueNames())
        {
            if (fed?.Contains(name) == true || names.ContainsKey(name))
                continue;

            names[name] = fixedNames.Contains(name) || !taken.Contains(name) ? name : Names.Unique(name, used.Contains);
            used.Add(names[name]);
        }

        return names;
    }

    private static void Copy(OnnxGraph from, OnnxGraph to, Dictionary<string, string> names, HashSet<string> fed, Func<string, string> nodeName)
    {
        foreach (var tensor in from.Initializers)
            if (!fed.Contains(tensor.Name))
                to.AddInitializer(tensor.Renamed(names[tensor.Name]));
        foreach (var node in from.Nodes)
            to.AddNode(node.Renamed(nodeName(node.Name), name => names[name]));
    }

    private static OnnxModel Describe(OnnxModel first, OnnxModel second, OnnxGraph graph)
    {
        var model = new OnnxModel(graph) { ProducerName = second.ProducerName, ProducerVersion = second.ProducerVersion };
        model.OperatorSets.Clear();
        foreach (var (domain, version) in first.OperatorSets.Concat(second.OperatorSets))
            if (!model.OperatorSets.TryAdd(domain, version) && model.OperatorSets[domain] != version)
                throw new ArgumentException($"The models use operator sets {model.OperatorSets[domain]} and {version} of '{domain}'. Export both with the same one.");
        foreach (var (key, value) in first.Metadata.Concat(second.Metadata))
            model.Metadata[key] = value;
        return model;
    }
}
