using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MlNetDigits.Networks.Warping;

/// <summary>Resamples an image once, along an affine map and an optional displacement.</summary>
/// <remarks>
/// The source is copied into a frame of background, so that clamped coordinates need no bounds checks.
/// Vector operations are element by element and never fused: the result's bits do not depend on the vectors' width.
/// </remarks>
internal sealed class BilinearWarp
{
    private const int Frame = 3;

    private readonly int _height;
    private readonly int _width;
    private readonly int _channels;
    private readonly int _paddedWidth;
    private readonly float[] _padded;
    private readonly float[] _ramp;
    private readonly float[] _fractionX;
    private readonly float[] _fractionY;
    private readonly int[] _index;

    /// <summary>Allocates the scratch for one image size.</summary>
    public BilinearWarp(int height, int width, int channels, float background)
    {
        _height = height;
        _width = width;
        _channels = channels;
        _paddedWidth = width + Frame;
        _padded = new float[(height + Frame) * _paddedWidth * channels];
        _padded.AsSpan().Fill(background);
        Stride = (width + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;
        _ramp = new float[Stride];
        for (int i = 0; i < Stride; i++)
            _ramp[i] = i;
        _fractionX = new float[Stride];
        _fractionY = new float[Stride];
        _index = new int[Stride];
    }

    /// <summary>Gets the width, rounded up to whole vectors.</summary>
    public int Stride { get; }

    /// <summary>Resamples one image; source and destination may be the same.</summary>
    public void Apply(ReadOnlySpan<float> source, Span<float> destination, in AffineMap map, ElasticField? field)
    {
        int row = _width * _channels;
        for (int y = 0; y < _height; y++)
            source.Slice(y * row, row).CopyTo(_padded.AsSpan(((((y + 1) * _paddedWidth) + 1) * _channels)));
        for (int y = 0; y < _height; y++)
        {
            Locate(y, map, field);
            Span<float> target = destination.Slice(y * row, row);
            if (_channels == 1)
                Sample(target);
            else
                SampleChannels(target);
        }
    }

    private void Locate(int y, in AffineMap map, ElasticField? field)
    {
        Span<Vector<float>> fractionX = MemoryMarshal.Cast<float, Vector<float>>(_fractionX.AsSpan());
        Span<Vector<float>> fractionY = MemoryMarshal.Cast<float, Vector<float>>(_fractionY.AsSpan());
        Span<Vector<int>> index = MemoryMarshal.Cast<int, Vector<int>>(_index.AsSpan());
        ReadOnlySpan<Vector<float>> ramp = MemoryMarshal.Cast<float, Vector<float>>(_ramp);
        field?.Row(0, y, _fractionX);
        field?.Row(1, y, _fractionY);
        var rowX = new Vector<float>((map.XY * y) + map.X0 + 1);
        var rowY = new Vector<float>((map.YY * y) + map.Y0 + 1);
        var limitX = new Vector<float>(_width + 1f);
        var limitY = new Vector<float>(_height + 1f);
        var stride = new Vector<int>(_paddedWidth);
        for (int i = 0; i < ramp.Length; i++)
        {
            Vector<float> x = (ramp[i] * map.XX) + rowX;
            Vector<float> sourceY = (ramp[i] * map.YX) + rowY;
            if (field is not null)
            {
                x += fractionX[i];
                sourceY += fractionY[i];
            }

            x = Vector.Min(Vector.Max(x, Vector<float>.Zero), limitX);
            sourceY = Vector.Min(Vector.Max(sourceY, Vector<float>.Zero), limitY);
            Vector<int> column = Vector.ConvertToInt32Native(x), line = Vector.ConvertToInt32Native(sourceY);
            fractionX[i] = x - Vector.ConvertToSingle(column);
            fractionY[i] = sourceY - Vector.ConvertToSingle(line);
            index[i] = (line * stride) + column;
        }
    }

    private void Sample(Span<float> destination)
    {
        ref float padded = ref MemoryMarshal.GetArrayDataReference(_padded);
        ReadOnlySpan<int> index = _index.AsSpan(0, destination.Length);
        ReadOnlySpan<float> fractionX = _fractionX.AsSpan(0, destination.Length), fractionY = _fractionY.AsSpan(0, destination.Length);
        int below = _paddedWidth;
        for (int x = 0; x < destination.Length; x++)
        {
            ref float corner = ref Unsafe.Add(ref padded, index[x]);
            float top = Lerp(corner, Unsafe.Add(ref corner, 1), fractionX[x]);
            float bottom = Lerp(Unsafe.Add(ref corner, below), Unsafe.Add(ref corner, below + 1), fractionX[x]);
            destination[x] = Lerp(top, bottom, fractionY[x]);
        }
    }

    private void SampleChannels(Span<float> destination)
    {
        int below = _paddedWidth * _channels;
        for (int x = 0; x < _width; x++)
        {
            ReadOnlySpan<float> corner = _padded.AsSpan(_index[x] * _channels);
            for (int c = 0; c < _channels; c++)
            {
                float top = Lerp(corner[c], corner[c + _channels], _fractionX[x]);
                float bottom = Lerp(corner[below + c], corner[below + c + _channels], _fractionX[x]);
                destination[(x * _channels) + c] = Lerp(top, bottom, _fractionY[x]);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Lerp(float from, float to, float fraction) => (from * (1 - fraction)) + (to * fraction);
}
