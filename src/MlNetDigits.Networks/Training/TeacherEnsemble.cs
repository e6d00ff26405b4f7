using MlNetDigits.Networks.Execution;
using MlNetDigits.Networks.Kernels;

namespace MlNetDigits.Networks.Training;

/// <summary>Teachers' averaged probabilities for micro-batches, in memory of each thread's own.</summary>
internal sealed unsafe class TeacherEnsemble : IDisposable
{
    private readonly Distillation _options;
    private readonly PackedParameters[] _packed;
    private readonly NetworkWorker[][] _workers;
    private readonly AlignedBuffer[] _probabilities;
    private readonly int _size;
    private readonly int _classes;

    public TeacherEnsemble(Distillation options, int threads, int microBatch)
    {
        _options = options;
        _size = options.Teachers[0].InputShape.Size;
        _classes = options.Teachers[0].Classes;
        _packed = [.. options.Teachers.Select(teacher => new PackedParameters(teacher, teacher.State, forTraining: false))];
        _workers = new NetworkWorker[threads][];
        _probabilities = new AlignedBuffer[threads];
        for (int thread = 0; thread < threads; thread++)
        {
            _workers[thread] = [.. options.Teachers.Zip(_packed, (teacher, packed) => new NetworkWorker(teacher, packed, microBatch, training: false))];
            _probabilities[thread] = new AlignedBuffer((long)microBatch * _classes);
        }
    }

    /// <summary>Mixes the loss by the teachers into the loss by the labels and its gradient.</summary>
    public BatchMetrics Mix(int thread, float* images, float* logits, BatchMetrics metrics, float scale, float* gradient)
    {
        float* probabilities = _probabilities[thread].Pointer;
        Elementwise.Clear(probabilities, (long)metrics.Count * _classes);
        foreach (NetworkWorker teacher in _workers[thread])
        {
            Elementwise.Copy(images, teacher.Input, (long)metrics.Count * _size);
            teacher.Forward(metrics.Count);
            SoftmaxCrossEntropy.AddProbabilities(teacher.Logits, metrics.Count, _classes, _options.Temperature, 1f / _workers[thread].Length, probabilities);
        }

        double loss = SoftmaxCrossEntropy.Distill(logits, probabilities, metrics.Count, _classes, _options.Weight, _options.Temperature, scale, gradient);
        return metrics with { Loss = (1 - _options.Weight) * metrics.Loss + loss };
    }

    public void Dispose()
    {
        foreach (NetworkWorker worker in _workers.SelectMany(workers => workers)) worker.Dispose();
        foreach (PackedParameters packed in _packed) packed.Dispose();
        foreach (AlignedBuffer probabilities in _probabilities) probabilities.Dispose();
    }
}
