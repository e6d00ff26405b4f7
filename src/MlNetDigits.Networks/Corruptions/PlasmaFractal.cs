using System.Numerics;
using System.Numerics.Tensors;
using MlNetDigits.Networks.Randomness;

namespace MlNetDigits.Networks.Corruptions;

/// <summary>Clouds by the diamond-square algorithm on a torus, of which a corner is used.</summary>
/// <remarks>Source: Fournier, Fussell and Carpenter, "Computer rendering of stochastic models", 1982; MNIST-C uses a map of 256, here twice the image's side.</remarks>
internal sealed class PlasmaFractal
{
    private static readonly (float Amount, float Decay)[] _strengths = [(1.5f, 2), (2, 2), (2.5f, 1.7f), (2.5f, 1.5f), (3, 1.4f)];

    private readonly int _width;
    private readonly int _side;
    private readonly float[] _map;

    public PlasmaFractal(int height, int width)
    {
        _width = width;
        _side = (int)BitOperations.RoundUpToPowerOf2((uint)(2 * Math.Max(height, width)));
        _map = new float[_side * _side];
    }

    /// <summary>Adds clouds and scales so that the brightest pixel can stay as it is.</summary>
    public void Veil(Span<float> image, int level, ref RandomStream random)
    {
        (float amount, float decay) = _strengths[level];
        Draw(decay, ref random);
        float lowest = TensorPrimitives.Min<float>(_map), range = TensorPrimitives.Max<float>(_map) - lowest;
        float brightest = TensorPrimitives.Max<float>(image), scale = brightest / (brightest + amount);
        for (int i = 0; i < image.Length; i++)
        {
            float cloud = (_map[(i / _width * _side) + (i % _width)] - lowest) / range;
            image[i] = (image[i] + (amount * cloud)) * scale;
        }
    }

    private void Draw(float decay, ref RandomStream random)
    {
        int mask = _side - 1;
        float wobble = 1;
        _map[0] = 0;
        // The deviation falls with the square of the decay, as in the source.
        for (int step = _side; step >= 2; step /= 2, wobble /= decay * decay)
        {
            int half = step / 2;
            for (int y = 0; y < _side; y += step)
                for (int x = 0; x < _side; x += step)
                    this[y + half, x + half] = Mean(this[y, x], this[y, (x + step) & mask], this[(y + step) & mask, x], this[(y + step) & mask, (x + step) & mask], wobble, ref random);
            for (int y = 0; y < _side; y += step)
            {
                for (int x = 0; x < _side; x += step)
                {
                    this[y, x + half] = Mean(this[y, x], this[y, (x + step) & mask], this[(y - half) & mask, x + half], this[y + half, x + half], wobble, ref random);
                    this[y + half, x] = Mean(this[y, x], this[(y + step) & mask, x], this[y + half, (x - half) & mask], this[y + half, x + half], wobble, ref random);
                }
            }
        }
    }

    private float this[int y, int x]
    {
        get => _map[(y * _side) + x];
        set => _map[(y * _side) + x] = value;
    }

    private static float Mean(float a, float b, float c, float d, float wobble, ref RandomStream random) =>
        ((a + b + c + d) / 4) + (wobble * random.NextSingle(-1, 1));
}
