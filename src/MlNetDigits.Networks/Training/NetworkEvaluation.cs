using MlNetDigits.Networks.Execution;


namespace MlNetDigits.Networks.Training;

/// <summary>Loss and accuracy of a network on a set of images, on all threads of a team.</summary>
internal sealed unsafe class NetworkEvaluation : IDisposable
{
    private const int MicroBatch = 32;

    private readonly ImageSet _images;
    private readonly WorkerTeam _team;
    private readonly PackedParameters _packed;
    private readonly NetworkWorker[] _workers;
    private readonly NetworkLoss[] _losses;
    private readonly BatchMetrics[] _metrics;
    private readonly Action<int> _work;
    private int _next;

    /// <param name="network">The network.</param>
    /// <param name="state">A pinned array of parameters and statistics to evaluate with.</param>
    /// <param name="images">The images.</param>
    /// <param name="team">The threads.</param>
    public NetworkEvaluation(Network network, float[] state, ImageSet images, WorkerTeam team)
    {
        _images = images;
        _team = team;
        _packed = new PackedParameters(network, state, forTraining: false);
        _workers = [.. Enumerable.Range(0, team.Size).Select(_ => new NetworkWorker(network, _packed, MicroBatch, training: false))];
        _losses = [.. _workers.Select(_ => new NetworkLoss(network, images, MicroBatch))];
        _metrics = new BatchMetrics[(images.Count + MicroBatch - 1) / MicroBatch];
        _work = Work;
    }

    /// <summary>Mean cross-entropy and share of right answers for the state as it is now.</summary>
    public (double Loss, double Accuracy) Run()
    {
        _packed.PackAll();
        _next = 0;
        _team.Run(_work);
        var sum = new BatchMetrics();
        foreach (BatchMetrics metrics in _metrics) sum += metrics;
        return (sum.Loss / sum.Count, (double)sum.Correct / sum.Count);
    }

    public void Dispose()
    {
        foreach (NetworkWorker worker in _workers) worker.Dispose();
        _packed.Dispose();
    }

    private void Work(int number)
    {
        NetworkWorker worker = _workers[number];
        NetworkLoss loss = _losses[number];
        for (int batch; (batch = Interlocked.Increment(ref _next) - 1) < _metrics.Length;)
        {
            int first = batch * MicroBatch, count = Math.Min(MicroBatch, _images.Count - first);
            for (int i = 0; i < count; i++) loss.Load(worker, i, first + i);
            worker.Forward(count);
            _metrics[batch] = loss.Run(worker, count, smoothing: 0, scale: 0, null);
        }
    }
}
