using System.Numerics.Tensors;
using MlNetDigits.Mnist;
using MlNetDigits.Tests.Mnist;

namespace MlNetDigits.Tests.Images.Samples;

/// <summary>Tells digits by their three nearest neighbours in MNIST: a judge that needs no trained network.</summary>
internal static class NearestDigits
{
    private static readonly Lazy<(MnistView View, float[][] Directions)> Known = new(Load);

    public static int Classify(byte[] pixels)
    {
        var (view, directions) = Known.Value;
        var query = Direction(pixels);
        var nearest = new PriorityQueue<int, float>();
        for (var i = 0; i < directions.Length; i++)
        {
            nearest.Enqueue(i, TensorPrimitives.Dot<float>(query, directions[i]));
            if (nearest.Count > 3)
                nearest.Dequeue();
        }

        return nearest.UnorderedItems.GroupBy(item => view.Labels.Span[item.Element])
            .OrderByDescending(group => group.Sum(item => item.Priority)).First().Key;
    }

    private static (MnistView, float[][]) Load()
    {
        var view = Checkout.Digits.Train;
        return (view, [.. Enumerable.Range(0, 20_000).Select(i => Direction(view.Pixels.Slice(i * 784, 784).ToArray()))]);
    }

    private static float[] Direction(byte[] pixels)
    {
        var values = Array.ConvertAll(pixels, pixel => (float)pixel);
        TensorPrimitives.Divide(values, TensorPrimitives.Norm<float>(values), values);
        return values;
    }
}
