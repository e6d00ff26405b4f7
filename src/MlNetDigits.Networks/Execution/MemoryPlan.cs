using MlNetDigits.Networks.Layers;

namespace MlNetDigits.Networks.Execution;

/// <summary>Where each node's activations and gradients lie in a worker's memory; memory no longer needed is used again.</summary>
internal sealed class MemoryPlan
{
    private const int Alignment = 16, Slack = 64;

    private readonly Network _network;
    private readonly int _microBatch;
    private readonly int[] _group;
    private readonly List<(long Offset, long Size)> _free = [];

    public MemoryPlan(Network network, int microBatch, bool training)
    {
        _network = network;
        _microBatch = microBatch;
        int nodes = network.Nodes.Count;
        _group = new int[nodes];
        Activations = new long[nodes];
        Gradients = new long[nodes];
        InputGradients = new GradientTarget[nodes];
        SecondInputGradients = new GradientTarget[nodes];
        Input = Take(network.InputShape.Size);
        FindGroups();
        PlaceActivations(training);
        if (training) PlaceGradients();
    }

    /// <summary>Offset of the network's input.</summary>
    public long Input { get; }

    /// <summary>Offset of each node's output.</summary>
    public long[] Activations { get; }

    /// <summary>Offset of the gradient by each node's output.</summary>
    public long[] Gradients { get; }

    /// <summary>Where each node writes the gradient by its input.</summary>
    public GradientTarget[] InputGradients { get; }

    /// <summary>Where each node writes the gradient by its second input.</summary>
    public GradientTarget[] SecondInputGradients { get; }

    /// <summary>Floats in all.</summary>
    public long Count { get; private set; }

    /// <summary>Nodes that work in place share the group of the first of them.</summary>
    private void FindGroups()
    {
        for (int i = 0; i < _group.Length; i++)
        {
            NetworkNode node = _network.Nodes[i];
            _group[i] = i;
            if (node.Input < 0 || Consumers(node.Input) > 1) continue;
            int group = _group[node.Input];
            bool allowed = Enumerable.Range(0, i).Where(other => _group[other] == group).All(other => node.Layer.MayOverwriteOutputOf(_network.Nodes[other].Layer));
            if (allowed) _group[i] = group;
        }
    }

    private void PlaceActivations(bool training)
    {
        for (int i = 0; i < _group.Length; i++)
        {
            Activations[i] = _group[i] == i ? Take(SizeOf(i)) : Activations[_group[i]];
            if (training) continue;
            for (int root = 0; root < i; root++)
                if (_group[root] == root && LastUse(root) == i) Release(Activations[root], SizeOf(root));
        }
    }

    private void PlaceGradients()
    {
        var placed = new bool[_group.Length];
        int last = _group.Length - 1;
        Gradients[_group[last]] = Take(SizeOf(last));
        placed[_group[last]] = true;
        for (int i = last; i >= 0; i--)
        {
            NetworkNode node = _network.Nodes[i];
            Gradients[i] = Gradients[_group[i]];
            InputGradients[i] = Target(node.Input, i, placed);
            SecondInputGradients[i] = Target(node.SecondInput, i, placed);
            foreach (GradientTarget target in (ReadOnlySpan<GradientTarget>)[InputGradients[i], SecondInputGradients[i]])
                if (target.AddTo >= 0) Release(target.Offset, SizeOf(node.Input));
            if (_group[i] == i) Release(Gradients[i], SizeOf(i));
        }
    }

    private GradientTarget Target(int input, int consumer, bool[] placed)
    {
        if (input < 0) return GradientTarget.None;
        int group = _group[input];
        if (group == _group[consumer]) return new GradientTarget(Gradients[group], -1);
        if (placed[group]) return new GradientTarget(Take(SizeOf(input)), Gradients[group]);
        placed[group] = true;
        Gradients[group] = Take(SizeOf(input));
        return new GradientTarget(Gradients[group], -1);
    }

    private int Consumers(int node) => _network.Nodes.Count(other => other.Input == node) + _network.Nodes.Count(other => other.SecondInput == node);

    private int LastUse(int root)
    {
        int last = root;
        foreach (NetworkNode node in _network.Nodes)
            if ((node.Input >= 0 && _group[node.Input] == root) || (node.SecondInput >= 0 && _group[node.SecondInput] == root)) last = node.Index;
        return last;
    }

    private long SizeOf(int node) => _network.Nodes[node].Layer.OutputShape.Size;

    private long Take(long size)
    {
        long needed = Rounded(size);
        int best = -1;
        for (int i = 0; i < _free.Count; i++)
            if (_free[i].Size >= needed && (best < 0 || _free[i].Size < _free[best].Size)) best = i;
        if (best >= 0)
        {
            (long offset, long room) = _free[best];
            _free.RemoveAt(best);
            if (room > needed) _free.Add((offset + needed, room - needed));
            return offset;
        }

        Count += needed;
        return Count - needed;
    }

    private void Release(long offset, long size) => _free.Add((offset, Rounded(size)));

    private long Rounded(long size) => (size * _microBatch + Slack + Alignment - 1) / Alignment * Alignment;
}
