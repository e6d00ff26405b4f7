using MlNetDigits.Networks.Randomness;
using MlNetDigits.Networks.Tests.Layers;

namespace MlNetDigits.Networks.Tests.Reference;

/// <summary>A network of the engine's own layers in which no two share memory: what any memory plan must equal bit for bit.</summary>
internal sealed class UnplannedNetwork : IDisposable
{
    private readonly Network _network;
    private readonly LayerRig[] _rigs;

    public UnplannedNetwork(Network network, int count, bool training, ulong key)
    {
        _network = network;
        _rigs = [.. network.Nodes.Select(node => new LayerRig(node.Layer, count, training, RandomStream.Mix(key, (ulong)node.Index)))];
    }

    public float[] Forward(float[] images)
    {
        foreach (NetworkNode node in _network.Nodes)
        {
            LayerRig rig = _rigs[node.Index];
            rig.SetState(_network.ParametersOf(node), _network.StatisticsOf(node));
            rig.Input.Fill(node.Input < 0 ? images : _rigs[node.Input].Output.ToArray());
            if (node.SecondInput >= -1) rig.SecondInput.Fill(node.SecondInput < 0 ? images : _rigs[node.SecondInput].Output.ToArray());
            rig.Forward();
        }

        return _rigs[^1].Output.ToArray();
    }

    /// <summary>The gradient by all parameters for a gradient by the logits.</summary>
    public float[] Backward(float[] logitsGradient)
    {
        var sums = new float[_rigs.Length][];
        sums[^1] = logitsGradient;
        for (int i = _rigs.Length - 1; i >= 0; i--)
        {
            NetworkNode node = _network.Nodes[i];
            _rigs[i].OutputGradient.Fill(sums[i]);
            _rigs[i].Backward();
            Add(sums, node.Input, _rigs[i].InputGradient.ToArray());
            if (node.SecondInput >= -1) Add(sums, node.SecondInput, _rigs[i].SecondInputGradient.ToArray());
        }

        return [.. _rigs.SelectMany(rig => rig.ParameterGradient.ToArray())];
    }

    public float[] OutputOf(NetworkNode node) => _rigs[node.Index].Output.ToArray();

    public float[] BatchStatistics() => [.. _rigs.SelectMany(rig => rig.BatchStatistics.ToArray())];

    public void Dispose()
    {
        foreach (LayerRig rig in _rigs) rig.Dispose();
    }

    private static void Add(float[][] sums, int node, float[] gradient)
    {
        if (node < 0) return;
        sums[node] = sums[node] is { } sum ? [.. sum.Zip(gradient, (left, right) => left + right)] : gradient;
    }
}
