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
    private readonly NetworkWorker?[] _workers;
    private readonly WorkerTeam _team;
    private readonly Action<int> _work;
    private float* _images;
    private float* _answers;
    private float* _digitScores;
    private bool _areLogits;
    private int _count;
    private int _next;
    private bool _isShared;
    private bool _disposed;

    /// <summary>Takes a copy of a network's present weights.</summary>
    /// <param name="network">The network.</param>
    /// <param name="threads">Threads for larger batches; default 0: one for each processor.</param>
    public NetworkPredictor(Network network, int threads = 0)
        : this(Pack(network), threads)
    {
    }

    private NetworkPredictor(PackedParameters packed, int threads)
    {
        Guard.Between(0, 1024, threads, nameof(threads));
        _packed = packed;
        _network = packed.Network;
        _team = new WorkerTeam(threads > 0 ? threads : Environment.ProcessorCount);
        _workers = new NetworkWorker?[_team.Size];
        _work = Work;
    }

    /// <summary>Makes a predictor with threads and memory of its own on the same copy of the weights.</summary>
    /// <remarks>Each is disposed by itself; the weights are freed some time after the last one.</remarks>
    /// <param name="threads">Threads for larger batches; default 0: one for each processor.</param>
    /// <exception cref="ObjectDisposedException">The predictor was disposed.</exception>
    public NetworkPredictor Share(int threads = 0)
    {
        lock (_turn)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            _isShared = true;
            return new NetworkPredictor(_packed, threads) { _isShared = true };
        }
    }

    /// <summary>Computes the probabilities of each class.</summary>
    /// <param name="images">Images one behind the other, each [height, width, channels], as the network was trained on.</param>
    /// <param name="probabilities">Receives [images, classes].</param>
    /// <exception cref="ArgumentException">A length does not fit the network.</exception>
    /// <exception cref="ObjectDisposedException">The predictor was disposed.</exception>
    public void Predict(ReadOnlySpan<float> images, Span<float> probabilities) => Run(images, probabilities, nameof(probabilities), _network.Classes, [], areLogits: false);

    /// <summary>Computes probabilities where the last class stands for images of none of the others.</summary>
    /// <param name="images">Images one behind the other, each [height, width, channels], as the network was trained on.</param>
    /// <param name="probabilities">Receives [images, classes - 1]: those among all classes but the last.</param>
    /// <param name="digitScores">Receives one for each image: the probability that it is not of the last class.</param>
    /// <exception cref="ArgumentException">A length does not fit the network, or it has fewer than 3 classes.</exception>
    /// <exception cref="ObjectDisposedException">The predictor was disposed.</exception>
    public void Predict(ReadOnlySpan<float> images, Span<float> probabilities, Span<float> digitScores)
    {
        if (_network.Classes < 3)
            throw new ArgumentException($"The network has {_network.Classes} classes, but needs at least 2 beside the one for rejection.", nameof(probabilities));
        if (digitScores.Length != images.Length / _network.InputShape.Size)
            throw new ArgumentException($"{digitScores.Length} places do not fit {images.Length / _network.InputShape.Size} images: give one for each.", nameof(digitScores));
        Run(images, probabilities, nameof(probabilities), _network.Classes - 1, digitScores, areLogits: false);
    }

    /// <summary>Computes the logits of each class, from which softmax makes probabilities.</summary>
    /// <param name="images">Images one behind the other, each [height, width, channels], as the network was trained on.</param>
    /// <param name="logits">Receives [images, classes].</param>
    /// <exception cref="ArgumentException">A length does not fit the network.</exception>
    /// <exception cref="ObjectDisposedException">The predictor was disposed.</exception>
    public void PredictLogits(ReadOnlySpan<float> images, Span<float> logits) => Run(images, logits, nameof(logits), _network.Classes, [], areLogits: true);

    /// <summary>Frees the memory and ends the threads.</summary>
    public void Dispose()
    {
        lock (_turn)
        {
            if (_disposed) return;
            _disposed = true;
            _team.Dispose();
            foreach (NetworkWorker? worker in _workers) worker?.Dispose();
            if (!_isShared) _packed.Dispose();
        }
    }

    private static PackedParameters Pack(Network network)
    {
        ArgumentNullException.ThrowIfNull(network);
        Network fused = InferenceNetwork.From(network);
        return new PackedParameters(fused, fused.State, forTraining: false);
    }

    private void Run(ReadOnlySpan<float> images, Span<float> answers, string name, int classes, Span<float> digitScores, bool areLogits)
    {
        int size = _network.InputShape.Size, count = images.Length / size;
        if (count * size != images.Length)
            throw new ArgumentException($"{images.Length} values are no whole number of images: give {size} for each.", nameof(images));
        if (answers.Length != count * classes)
            throw new ArgumentException($"{answers.Length} places do not fit {count} images of {classes} classes: give {count * classes}.", name);

        lock (_turn)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            fixed (float* from = images, to = answers, scores = digitScores)
            {
                _images = from;
                _answers = to;
                _digitScores = scores;
                _areLogits = areLogits;
                _count = count;
                _next = 0;
                if (count <= MicroBatch) Work(0);
                else _team.Run(_work);
            }
        }
    }

    private void Work(int number)
    {
        NetworkWorker worker = WorkerFor(number, _count == 1 ? 1 : MicroBatch);
        int size = _network.InputShape.Size;
        for (int first; (first = Interlocked.Add(ref _next, MicroBatch) - MicroBatch) < _count;)
        {
            int count = Math.Min(MicroBatch, _count - first);
            Elementwise.Copy(_images + (long)first * size, worker.Input, (long)count * size);
            worker.Forward(count);
            for (int i = 0; i < count; i++) Answer(worker.Logits + i * _network.Classes, first + i);
        }
    }

    private void Answer(float* logits, int image)
    {
        int classes = _digitScores == null ? _network.Classes : _network.Classes - 1;
        var answer = new Span<float>(_answers + (long)image * classes, classes);
        if (_digitScores != null) _digitScores[image] = SoftmaxCrossEntropy.SoftmaxOfOthers(logits, answer);
        else if (_areLogits) new ReadOnlySpan<float>(logits, classes).CopyTo(answer);
        else SoftmaxCrossEntropy.Softmax(logits, answer);
    }

    /// <summary>Made by its first work, and anew for more images: who scores them one by one needs little memory.</summary>
    private NetworkWorker WorkerFor(int number, int microBatch)
    {
        if (_workers[number] is { } worker && worker.MicroBatch >= microBatch) return worker;
        _workers[number]?.Dispose();
        return _workers[number] = new NetworkWorker(_network, _packed, microBatch, training: false);
    }
}
