using System.Runtime.InteropServices;
using MlNetDigits.Networks.Kernels;

namespace MlNetDigits.Networks.Execution;

/// <summary>A network's state beside its weights as the kernels want them; shared by all workers.</summary>
internal sealed unsafe class PackedParameters : IDisposable
{
    private readonly Network _network;
    private readonly bool _forTraining;
    private readonly AlignedBuffer _packed;
    private readonly float[] _state;

    /// <param name="network">The network.</param>
    /// <param name="state">A pinned array of the network's parameters and statistics.</param>
    /// <param name="forTraining">Whether backward passes will run.</param>
    public PackedParameters(Network network, float[] state, bool forTraining)
    {
        _network = network;
        _forTraining = forTraining;
        _state = state;
        _packed = new AlignedBuffer(network.PackedCount);
        PackAll();
    }

    /// <summary>The network.</summary>
    public Network Network => _network;

    /// <summary>The network's state: parameters, then statistics.</summary>
    public float* Parameters => (float*)Marshal.UnsafeAddrOfPinnedArrayElement(_state, 0);

    public float* Pointer => _packed.Pointer;

    /// <summary>Packs every layer, after the state changed.</summary>
    public void PackAll()
    {
        for (int node = 0; node < _network.Nodes.Count; node++) Pack(node);
    }

    /// <summary>Packs one layer.</summary>
    public void Pack(int node)
    {
        NetworkNode it = _network.Nodes[node];
        it.Layer.Pack(Parameters + it.ParameterOffset, Pointer + it.PackedOffset, _forTraining);
    }

    public void Dispose() => _packed.Dispose();
}
