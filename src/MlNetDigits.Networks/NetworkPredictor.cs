using MlNetDigits.Networks.Execution;
using MlNetDigits.Networks.Inference;
using MlNetDigits.Networks.Kernels;

namespace MlNetDigits.Networks;

/// <summary>Scores images with a network by the engine itself; safe under many threads, which take turns.</summary>
public sealed unsafe class NetworkPredictor : IDisposable
{
    private const int MicroBatch = 16;

    private readonly Lock _turn = new();
    private readonly Network _network;
    private readonly PackedParameters _packed;
    private readonly NetworkWorker[] _workers;
    private readonly WorkerTeam _team;
    private readonly Action<int> _work;
    private float* _images;
    private float* _probabilities;
    private int _count;
    private int _next;
    private bool _disposed;

    /// <summary>Takes a copy of a network's present weights.</summary>
    /// <param name="network">The network.</param>
    /// <param name="threads">Threads for larger batches; default 0: one for each processor.</param>
    public NetworkPredictor(Network network, int threads = 0)
    {
        ArgumentNullException.ThrowIfNull(network);
        Guard.Between(0, 1024, threads, nameof(threads));
        _network = InferenceNetwork.From(network);
        _packed = new PackedParameters(_network, _network.State, forTraining: false);
        _team = new WorkerTeam(threads > 0 ? threads : Environment.ProcessorCount);
        _workers = [.. Enumerable.Range(0, _team.Size).Select(_ => new NetworkWorker(_network, _packed, MicroBatch, training: false))];
        _work = Work;
    }

    /// <summary>Computes the probabilities of each class.</summary>
    /// <param name="images">Images one behind the other, each [height, width, channels], as the network was trained on.</param>
    /// <param name="probabilities">Receives [images, classes].</param>
    /// <exception cref="ArgumentException">A length does not fit the network.</exception>
    /// <exception cref="ObjectDisposedException">The predictor was disposed.</exception>
    public void Predict(ReadOnlySpan<float> images, Span<float> probabilities)
    {
        int size = _network.InputShape.Size, count = images.Length / size;
        if (count * size != images.Length)
            throw new ArgumentException($"{images.Length} values are no whole number of images: give {size} for each.", nameof(images));
        if (probabilities.Length != count * _network.Classes)
            throw new ArgumentException($"{probabilities.Length} places do not fit {count} images of {_network.Classes} classes: give {count * _network.Classes}.", nameof(probabilities));

        lock (_turn)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            fixed (float* from = images, to = probabilities)
            {
                _images = from;
                _probabilities = to;
                _count = count;
                _next = 0;
                if (count <= MicroBatch) Work(0);
                else _team.Run(_work);
            }
        }
    }

    /// <summary>Frees the memory and ends the threads.</summary>
    public void Dispose()
    {
        lock (_turn)
        {
            if (_disposed) return;
            _disposed = true;
            _team.Dispose();
            foreach (NetworkWorker worker in _workers) worker.Dispose();
            _packed.Dispose();
        }
    }

    private void Work(int number)
    {
        NetworkWorker worker = _workers[number];
        int size = _network.InputShape.Size, classes = _network.Classes;
        for (int first; (first = Interlocked.Add(ref _next, MicroBatch) - MicroBatch) < _count;)
        {
            int count = Math.Min(MicroBatch, _count - first);
            Elementwise.Copy(_images + (long)first * size, worker.Input, (long)count * size);
            worker.Forward(count);
            for (int i = 0; i < count; i++) SoftmaxCrossEntropy.Softmax(worker.Logits + i * classes, new Span<float>(_probabilities + (long)(first + i) * classes, classes));
        }
    }
}
