using MlNetDigits.Networks.Execution;

namespace MlNetDigits.Networks.Training;

/// <summary>The loss that belongs to a set's labels: of one class for each image, or of a sequence of them. For one thread.</summary>
/// <param name="network">The network.</param>
/// <param name="images">The images.</param>
/// <param name="microBatch">Most images at once.</param>
internal sealed unsafe class NetworkLoss(Network network, ImageSet images, int microBatch)
{
    private readonly int[] _labels = new int[microBatch];
    private readonly ConnectionistTemporal? _sequences = images.HasSequences ? new ConnectionistTemporal(network.OutputShape) : null;

    /// <summary>Puts an image into its place of the micro-batch.</summary>
    public void Load(NetworkWorker worker, int place, int image)
    {
        int size = network.InputShape.Size;
        _labels[place] = images.Label(image);
        images.CopyTo(image, new Span<float>(worker.Input + (long)place * size, size));
    }

    /// <summary>Loss and hits of the micro-batch after its forward pass; its gradient by the logits when asked for.</summary>
    public BatchMetrics Run(NetworkWorker worker, int count, float smoothing, float scale, float* gradient)
    {
        if (_sequences is null) return SoftmaxCrossEntropy.Run(worker.Logits, _labels.AsSpan(0, count), network.Classes, smoothing, scale, gradient);
        var sum = new BatchMetrics();
        for (int i = 0; i < count; i++)
        {
            long place = (long)i * network.Classes;
            sum += _sequences.Run(worker.Logits + place, images.Sequence(_labels[i]), scale, gradient == null ? null : gradient + place);
        }

        return sum;
    }
}
