using System.Numerics;
using System.Runtime.InteropServices;
using MlNetDigits.Networks.Augmentation;
using MlNetDigits.Networks.Execution;
using MlNetDigits.Networks.Kernels;
using MlNetDigits.Networks.Optimizers;
using MlNetDigits.Networks.Randomness;

namespace MlNetDigits.Networks.Training;

/// <summary>One step: micro-batches forward and backward on all threads, gradients summed in one order, parameters updated.</summary>
/// <remarks>Every micro-batch writes to a slot of its own, so the sum, and with it every bit, is the same for any number of threads.</remarks>
internal sealed unsafe class TrainingStep : IDisposable
{
    private readonly Network _network;
    private readonly TrainingOptions _options;
    private readonly TrainingState _state;
    private readonly WorkerTeam _team;
    private readonly PackedParameters _packed;
    private readonly NetworkWorker[] _workers;
    private readonly ImageAugmenter[] _augmenters;
    private readonly TeacherEnsemble? _teachers;
    private readonly AlignedBuffer _gradients;
    private readonly long _slotSize;
    private readonly int _lastAugmentedEpoch;
    private readonly BatchMetrics[] _metrics;
    private readonly NetworkLoss[] _losses;
    private readonly Action<int> _computeMicroBatches;
    private readonly Action<int> _update;
    private readonly Action<int> _pack;
    private readonly (int Start, int Length, bool Decays)[] _stretches;

    // The present step's work; set before the team runs.
    private int[] _order = [];
    private int _first;
    private int _count;
    private int _nextMicroBatch;
    private int _nextLayer;
    private int _epoch;
    private ulong _key;
    private float _learningRate;
    private float _averageDecay;

    public TrainingStep(Network network, TrainingState state, ImageSet images, TrainingOptions options, WorkerTeam team)
    {
        _network = network;
        _options = options;
        _state = state;
        _team = team;
        int microBatch = Math.Min(options.MicroBatchSize, options.BatchSize), slots = (options.BatchSize + microBatch - 1) / microBatch;
        _packed = new PackedParameters(network, state.Weights, forTraining: true);
        _workers = [.. Enumerable.Range(0, Math.Min(team.Size, slots)).Select(_ => new NetworkWorker(network, _packed, microBatch, training: true))];
        Shape shape = network.InputShape;
        _augmenters = [.. _workers.Select(_ => new ImageAugmenter(shape.Height, shape.Width, shape.Channels, options.Augmentation))];
        _teachers = options.Distillation is { } distillation ? new TeacherEnsemble(distillation, _workers.Length, microBatch) : null;
        _lastAugmentedEpoch = options.LastAugmentedEpoch;
        _slotSize = (network.State.Length + 79) / 16 * 16;
        _gradients = new AlignedBuffer(_slotSize * slots);
        _metrics = new BatchMetrics[slots];
        _losses = [.. _workers.Select(_ => new NetworkLoss(network, images, microBatch))];
        _stretches = [.. network.Nodes.SelectMany(Stretches).Where(stretch => stretch.Length > 0)];
        _computeMicroBatches = ComputeMicroBatches;
        _update = Update;
        _pack = Pack;
    }

    /// <summary>Runs one step over images <c>order[first..first+count]</c>.</summary>
    public BatchMetrics Run(int[] order, int first, int count, int epoch, float learningRate)
    {
        _order = order;
        _first = first;
        _count = count;
        _epoch = epoch;
        _key = RandomStream.Mix(RandomStream.Mix((ulong)_options.Seed, 0xD809), (ulong)_state.Step);
        _learningRate = learningRate;
        _nextMicroBatch = 0;
        _team.Run(_computeMicroBatches);

        _state.Step++;

        // A young average follows the weights faster than an old one.
        _averageDecay = Math.Min(_options.AverageDecay, (1f + _state.Step) / (10f + _state.Step));
        UpdateStatistics();
        _team.Run(_update);
        _nextLayer = 0;
        _team.Run(_pack);

        var sum = new BatchMetrics();
        for (int slot = 0; slot < Slots; slot++) sum += _metrics[slot];
        return sum;
    }

    public void Dispose()
    {
        foreach (NetworkWorker worker in _workers) worker.Dispose();
        _packed.Dispose();
        _teachers?.Dispose();
        _gradients.Dispose();
    }

    private int MicroBatch => _workers[0].MicroBatch;

    private int Slots => (_count + MicroBatch - 1) / MicroBatch;

    private static IEnumerable<(int Start, int Length, bool Decays)> Stretches(NetworkNode node) =>
    [
        (node.ParameterOffset, node.Layer.DecayedParameterCount, true),
        (node.ParameterOffset + node.Layer.DecayedParameterCount, node.Layer.ParameterCount - node.Layer.DecayedParameterCount, false),
    ];

    private void ComputeMicroBatches(int worker)
    {
        if (worker >= _workers.Length) return;
        for (int slot; (slot = Interlocked.Increment(ref _nextMicroBatch) - 1) < Slots;) ComputeMicroBatch(worker, slot);
    }

    private void ComputeMicroBatch(int number, int slot)
    {
        NetworkWorker worker = _workers[number];
        int start = slot * MicroBatch, count = Math.Min(MicroBatch, _count - start), size = _network.InputShape.Size;
        NetworkLoss loss = _losses[number];
        for (int i = 0; i < count; i++)
        {
            int image = _order[_first + start + i];
            loss.Load(worker, i, image);
            if (_epoch > _lastAugmentedEpoch) continue;
            var target = new Span<float>(worker.Input + (long)i * size, size);
            _augmenters[number].Apply(target, target, RandomStream.Mix(RandomStream.Mix((ulong)_options.Seed, (ulong)_epoch), (ulong)image));
        }

        float* gradient = _gradients.Pointer + slot * _slotSize;
        Elementwise.Clear(gradient, _slotSize);
        worker.Forward(count, RandomStream.Mix(_key, (ulong)slot), gradient + _network.ParameterCount);
        BatchMetrics metrics = loss.Run(worker, count, _options.LabelSmoothing, 1f / _count, worker.LogitsGradient);
        _metrics[slot] = _teachers?.Mix(number, worker.Input, worker.Logits, metrics, 1f / _count, worker.LogitsGradient) ?? metrics;
        worker.Backward(gradient);
    }

    /// <summary>Sums the slots' gradients over this thread's share of the parameters and updates it.</summary>
    private void Update(int worker)
    {
        int count = _network.ParameterCount, share = (count / _team.Size + 15) / 16 * 16;
        int begin = Math.Min(worker * share, count), end = worker == _team.Size - 1 ? count : Math.Min(begin + share, count);
        if (begin == end) return;
        float* sum = _gradients.Pointer;
        for (int slot = 1; slot < Slots; slot++) Elementwise.Add(sum + slot * _slotSize + begin, sum + begin, end - begin);

        foreach ((int stretch, int length, bool decays) in _stretches)
        {
            int from = Math.Max(begin, stretch), to = Math.Min(end, stretch + length);
            if (from >= to) continue;
            _options.Optimizer.Update(new OptimizerStep
            {
                Parameters = _state.Weights.AsSpan(from, to - from),
                Gradient = new ReadOnlySpan<float>(sum + from, to - from),
                First = _state.Moments.Length > 0 ? _state.Moments[0].AsSpan(from, to - from) : [],
                Second = _state.Moments.Length > 1 ? _state.Moments[1].AsSpan(from, to - from) : [],
                LearningRate = _learningRate,
                WeightDecay = decays ? _options.Optimizer.WeightDecay : 0,
                Number = _state.Step,
            });
        }

        AverageWeights(begin, end);
    }

    /// <summary>Running statistics follow the mean of the micro-batches' by a tenth each step.</summary>
    private void UpdateStatistics()
    {
        const float Follow = 0.1f;
        int offset = _network.ParameterCount;
        for (int i = 0; i < _network.StatisticCount; i++)
        {
            float sum = 0;
            for (int slot = 0; slot < Slots; slot++) sum += _gradients.Pointer[slot * _slotSize + offset + i];
            ref float statistic = ref _state.Weights[offset + i];
            statistic += Follow * (sum / Slots - statistic);
        }

        AverageWeights(offset, _state.Weights.Length);
    }

    private void AverageWeights(int begin, int end)
    {
        if (_options.AverageDecay == 0) return;
        ReadOnlySpan<float> weights = _state.Weights.AsSpan(begin, end - begin);
        Span<float> average = _state.Average.AsSpan(begin, end - begin);
        var weightVectors = MemoryMarshal.Cast<float, Vector<float>>(weights);
        var averageVectors = MemoryMarshal.Cast<float, Vector<float>>(average);
        float follow = 1 - _averageDecay;
        for (int i = 0; i < averageVectors.Length; i++) averageVectors[i] += (weightVectors[i] - averageVectors[i]) * follow;
        for (int i = averageVectors.Length * Vector<float>.Count; i < average.Length; i++) average[i] += (weights[i] - average[i]) * follow;
    }

    private void Pack(int worker)
    {
        for (int node; (node = Interlocked.Increment(ref _nextLayer) - 1) < _network.Nodes.Count;) _packed.Pack(node);
    }
}
