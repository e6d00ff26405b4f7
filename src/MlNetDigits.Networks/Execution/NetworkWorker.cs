using MlNetDigits.Networks.Kernels;
using MlNetDigits.Networks.Layers;
using MlNetDigits.Networks.Randomness;

namespace MlNetDigits.Networks.Execution;

/// <summary>Runs a network forward and backward over one micro-batch at a time, in memory of its own. For one thread.</summary>
internal sealed unsafe class NetworkWorker : IDisposable
{
    private readonly Network _network;
    private readonly MemoryPlan _plan;
    private readonly AlignedBuffer _memory;
    private readonly AlignedBuffer _scratch;
    private readonly AlignedBuffer _cache;
    private readonly LayerPass[] _passes;

    public NetworkWorker(Network network, PackedParameters packed, int microBatch, bool training)
    {
        _network = network;
        MicroBatch = microBatch;
        _plan = new MemoryPlan(network, microBatch, training);
        _memory = new AlignedBuffer(_plan.Count);
        _scratch = new AlignedBuffer(network.Nodes.Max(node => node.Layer.ScratchCount(microBatch)));
        _cache = new AlignedBuffer(network.Nodes.Sum(node => node.Layer.CacheCount(microBatch)));
        _passes = new LayerPass[network.Nodes.Count];
        float* cache = _cache.Pointer;
        foreach (NetworkNode node in network.Nodes)
        {
            int i = node.Index;
            _passes[i] = new LayerPass
            {
                Training = training,
                Input = Activation(node.Input),
                SecondInput = node.SecondInput >= -1 ? Activation(node.SecondInput) : null,
                Output = Activation(i),
                OutputGradient = training ? _memory.Pointer + _plan.Gradients[i] : null,
                InputGradient = training ? At(_plan.InputGradients[i].Offset) : null,
                SecondInputGradient = training ? At(_plan.SecondInputGradients[i].Offset) : null,
                Parameters = packed.Parameters + node.ParameterOffset,
                Statistics = packed.Parameters + node.StatisticOffset,
                Packed = packed.Pointer + node.PackedOffset,
                Scratch = _scratch.Pointer,
                Cache = cache,
            };
            cache += node.Layer.CacheCount(microBatch);
        }
    }

    /// <summary>Most images in one pass.</summary>
    public int MicroBatch { get; }

    /// <summary>Where the images go: [count, height, width, channels].</summary>
    public float* Input => _memory.Pointer + _plan.Input;

    /// <summary>The logits after a forward pass: [count, classes].</summary>
    public float* Logits => _passes[^1].Output;

    /// <summary>Where the loss's gradient by the logits goes before a backward pass.</summary>
    public float* LogitsGradient => _passes[^1].OutputGradient;

    /// <summary>A node's output after a forward pass; only a training worker keeps them all.</summary>
    public float* OutputOf(int node) => _passes[node].Output;

    /// <summary>Computes the logits of the images in <see cref="Input"/>; in training, batch statistics go to the slot.</summary>
    public void Forward(int count, ulong key = 0, float* statisticSlot = null)
    {
        for (int i = 0; i < _passes.Length; i++)
        {
            ref LayerPass pass = ref _passes[i];
            NetworkNode node = _network.Nodes[i];
            pass.Count = count;
            pass.Key = RandomStream.Mix(key, (ulong)i);
            pass.BatchStatistics = statisticSlot == null ? null : statisticSlot + (node.StatisticOffset - _network.ParameterCount);
            node.Layer.Forward(pass);
        }
    }

    /// <summary>Adds the gradient by the parameters to a slot, after a forward pass of the same micro-batch.</summary>
    public void Backward(float* gradientSlot)
    {
        for (int i = _passes.Length - 1; i >= 0; i--)
        {
            ref LayerPass pass = ref _passes[i];
            NetworkNode node = _network.Nodes[i];
            pass.ParameterGradient = gradientSlot + node.ParameterOffset;
            node.Layer.Backward(pass);
            AddUp(_plan.InputGradients[i], node, pass.Count);
            AddUp(_plan.SecondInputGradients[i], node, pass.Count);
        }
    }

    public void Dispose()
    {
        _memory.Dispose();
        _scratch.Dispose();
        _cache.Dispose();
    }

    private void AddUp(GradientTarget target, NetworkNode node, int count)
    {
        if (target.AddTo >= 0) Elementwise.Add(_memory.Pointer + target.Offset, _memory.Pointer + target.AddTo, (long)count * node.Layer.InputShape.Size);
    }

    private float* Activation(int node) => _memory.Pointer + (node < 0 ? _plan.Input : _plan.Activations[node]);

    private float* At(long offset) => offset < 0 ? null : _memory.Pointer + offset;
}
