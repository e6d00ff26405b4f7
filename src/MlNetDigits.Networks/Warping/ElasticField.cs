using System.Numerics;
using System.Runtime.InteropServices;
using MlNetDigits.Networks.Randomness;

namespace MlNetDigits.Networks.Warping;

/// <summary>A smooth random displacement of every pixel.</summary>
/// <remarks>
/// Simard, Steinkraus and Platt (2003) smooth white noise by a Gaussian. Here a cubic B-spline over a coarse grid of noise does it:
/// its deviation is the grid's spacing divided by √3, and the noise is scaled so that displacements deviate as theirs do.
/// </remarks>
internal sealed class ElasticField
{
    private const int Taps = 4;

    /// <summary>Mean of a cubic B-spline's summed squared weights: its autocorrelation at 0.</summary>
    private const float SquaredWeights = 151f / 315f;

    private readonly int _stride;
    private readonly int _gridRows;
    private readonly int _gridColumns;
    private readonly float _amplitude;
    private readonly int[] _columnNode;
    private readonly float[] _columnWeights;
    private readonly int[] _rowNode;
    private readonly float[] _rowWeights;
    private readonly float[] _nodes;
    private readonly float[] _stretched;

    /// <summary>Prepares the interpolation weights for one image size.</summary>
    /// <param name="height">Height of the image in pixels.</param>
    /// <param name="width">Width of the image in pixels.</param>
    /// <param name="stride">Length of an output row: the width, rounded up to whole vectors.</param>
    /// <param name="alpha">Factor of the smoothed noise in pixels.</param>
    /// <param name="sigma">Deviation of the smoothing in pixels.</param>
    public ElasticField(int height, int width, int stride, float alpha, float sigma)
    {
        float spacing = sigma * MathF.Sqrt(3);
        _stride = stride;
        _amplitude = alpha / (2 * sigma * MathF.Sqrt(MathF.PI) * SquaredWeights);
        (_rowNode, _rowWeights) = Weights(height, spacing);
        (_columnNode, _columnWeights) = Weights(width, spacing);
        _gridRows = _rowNode[^1] + Taps;
        _gridColumns = _columnNode[^1] + Taps;
        _nodes = new float[_gridColumns];
        _stretched = new float[2 * _gridRows * stride];
    }

    /// <summary>Draws a new field.</summary>
    /// <param name="random">Where the numbers come from.</param>
    public void Draw(RandomStream random)
    {
        for (int row = 0; row < 2 * _gridRows; row++)
        {
            for (int i = 0; i < _nodes.Length; i++)
                _nodes[i] = ((2 * random.NextSingle()) - 1) * _amplitude;
            Stretch(_stretched.AsSpan(row * _stride, _columnNode.Length));
        }
    }

    /// <summary>Computes one row of the displacement along an axis.</summary>
    /// <param name="axis">0 for x, 1 for y.</param>
    /// <param name="y">The row, below the height.</param>
    /// <param name="destination">Receives as many displacements as a row is long, in pixels.</param>
    public void Row(int axis, int y, Span<float> destination)
    {
        ReadOnlySpan<float> rows = _stretched.AsSpan(((axis * _gridRows) + _rowNode[y]) * _stride, Taps * _stride);
        ReadOnlySpan<float> weights = _rowWeights.AsSpan(y * Taps, Taps);
        ReadOnlySpan<Vector<float>> r0 = Vectors(rows, 0), r1 = Vectors(rows, 1), r2 = Vectors(rows, 2), r3 = Vectors(rows, 3);
        Span<Vector<float>> result = MemoryMarshal.Cast<float, Vector<float>>(destination[.._stride]);
        float w0 = weights[0], w1 = weights[1], w2 = weights[2], w3 = weights[3];
        for (int i = 0; i < result.Length; i++)
            result[i] = (r0[i] * w0) + (r1[i] * w1) + (r2[i] * w2) + (r3[i] * w3);
    }

    private static (int[] Node, float[] Weights) Weights(int length, float spacing)
    {
        var node = new int[length];
        var weights = new float[length * Taps];
        for (int i = 0; i < length; i++)
        {
            float position = i / spacing;
            node[i] = (int)position;
            float t = position - node[i], u = 1 - t;
            weights[i * Taps] = u * u * u / 6;
            weights[(i * Taps) + 1] = ((3 * t * t * t) - (6 * t * t) + 4) / 6;
            weights[(i * Taps) + 2] = ((3 * u * u * u) - (6 * u * u) + 4) / 6;
            weights[(i * Taps) + 3] = t * t * t / 6;
        }

        return (node, weights);
    }

    private ReadOnlySpan<Vector<float>> Vectors(ReadOnlySpan<float> rows, int row) =>
        MemoryMarshal.Cast<float, Vector<float>>(rows.Slice(row * _stride, _stride));

    private void Stretch(Span<float> destination)
    {
        ReadOnlySpan<float> weights = _columnWeights;
        for (int x = 0; x < destination.Length; x++)
        {
            ReadOnlySpan<float> nodes = _nodes.AsSpan(_columnNode[x], Taps);
            ReadOnlySpan<float> w = weights.Slice(x * Taps, Taps);
            destination[x] = (nodes[0] * w[0]) + (nodes[1] * w[1]) + (nodes[2] * w[2]) + (nodes[3] * w[3]);
        }
    }
}
