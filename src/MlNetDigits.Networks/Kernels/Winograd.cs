using System.Runtime.Intrinsics;

namespace MlNetDigits.Networks.Kernels;

/// <summary>Convolution by 3×3 kernels of stride 1 with 16 multiplications for each 2×2 outputs in place of 36; forward alone.</summary>
/// <remarks>
/// Tiles of 2×2 outputs are transformed, multiplied position by position and transformed back, a block of tiles at a time while it
/// is in cache. A bias, ReLU and 2×2 maximum pooling follow in registers. Each output is summed in one fixed order wherever its
/// tile lies in a block. Source: Lavin and Gray, "Fast algorithms for convolutional neural networks", 2015.
/// </remarks>
internal sealed unsafe class Winograd
{
    /// <summary>Values of a transformed tile: 4×4.</summary>
    public const int Positions = 16;

    // Two tiles of the outer-product kernel with the widest registers: enough to use weights twice while they are in cache.
    private const int BlockTiles = 28;

    private const int LeastTiles = 12;

    private readonly WinogradTransform _transform;
    private readonly ChannelPanels _panels;
    private readonly WindowGeometry _geometry;
    private readonly int _inputs, _tileRows, _tileColumns;
    private readonly bool _pool;

    public Winograd(WindowGeometry geometry, bool relu, bool pool)
    {
        _geometry = geometry;
        _inputs = geometry.Input.Channels;
        _pool = pool;
        _panels = new ChannelPanels(geometry.Output.Channels, _inputs);
        _tileRows = pool ? geometry.Output.Height / 2 : (geometry.Output.Height + 1) / 2;
        _tileColumns = pool ? geometry.Output.Width / 2 : (geometry.Output.Width + 1) / 2;
        _transform = WinogradTransform.For(_inputs, _panels.Channels, relu, pool);
    }

    /// <summary>Floats of packed weights and bias.</summary>
    public int PackedCount => Positions * _panels.Count + _panels.PaddedChannels;

    /// <summary>Floats of scratch.</summary>
    public int ScratchCount => Source.Size + BlockTiles * Positions * (_inputs + _panels.PanelWidth);

    /// <summary>Height and width are even behind the border, and at least what the tiles read.</summary>
    private Shape Source => new(2 * _tileRows + 2, 2 * _tileColumns + 2, _inputs);

    /// <summary>Whether these windows can be computed so, and are worth it: an image has tiles enough to use weights often.</summary>
    public static bool Fits(WindowGeometry geometry) =>
        geometry is { KernelHeight: 3, KernelWidth: 3, Stride: 1 } && geometry.Input.Channels % 8 == 0 && geometry.Output.Channels % 8 == 0
        && (geometry.Output.Height + 1) / 2 * ((geometry.Output.Width + 1) / 2) >= LeastTiles;

    /// <summary>Transforms weights [3, 3, input, output] and keeps the bias, null for none; once for each change of them.</summary>
    public void Pack(float* weights, float* bias, float* packed)
    {
        int outputs = _panels.Channels, tapStride = _inputs * outputs;
        for (int channel = 0; channel < outputs; channel += _panels.PanelWidth)
        {
            int lanes = _panels.Columns(channel) * _panels.Kernels.Width, valid = _panels.ValidChannels(channel);
            float* panel = _panels.Panel(packed, channel);
            for (int input = 0; input < _inputs; input++)
            {
                float* kernels = weights + input * outputs + channel;
                for (int lane = 0; lane < valid; lane += Vector128<float>.Count)
                    WinogradTransform.Weights(kernels + lane, tapStride, panel + input * lanes + lane, _panels.Count);
                for (int position = 0; position < Positions; position++)
                    new Span<float>(panel + (long)position * _panels.Count + input * lanes + valid, lanes - valid).Clear();
            }
        }

        PackBias(bias, packed);
    }

    /// <summary>Packs what another has transformed for the gradient of its input: kernels flipped, channels exchanged.</summary>
    public void PackFlipped(Winograd forward, float* forwardPacked, float* packed)
    {
        // Flipping a kernel exchanges the first and the last row and column of its transform.
        ReadOnlySpan<int> flipped = [15, 13, 14, 12, 7, 5, 6, 4, 11, 9, 10, 8, 3, 1, 2, 0];
        for (int position = 0; position < Positions; position++)
        {
            for (int channel = 0; channel < _panels.Channels; channel += _panels.PanelWidth)
            {
                int lanes = _panels.Columns(channel) * _panels.Kernels.Width, valid = _panels.ValidChannels(channel);
                float* panel = _panels.Panel(packed + (long)position * _panels.Count, channel);
                for (int input = 0; input < _inputs; input++)
                {
                    (nint start, nint stride) = forward.Term(flipped[position], input);
                    float* source = forwardPacked + start + channel * stride, target = panel + input * lanes;
                    for (int lane = 0; lane < valid; lane++) target[lane] = source[lane * stride];
                    for (int lane = valid; lane < lanes; lane++) target[lane] = 0;
                }
            }
        }

        PackBias(null, packed);
    }

    /// <summary>Computes outputs of a batch of images, pooled if so asked.</summary>
    public void Forward(int count, float* input, float* packed, float* output, float* scratch)
    {
        int tiles = _tileRows * _tileColumns, outputSize = _pool ? tiles * _panels.Channels : _geometry.Output.Size;
        float* transformed = scratch + Source.Size, products = transformed + BlockTiles * Positions * _inputs;
        bool copies = _geometry.IsPadded || Source.Height > _geometry.Input.Height || Source.Width > _geometry.Input.Width;
        for (int image = 0; image < count; image++, input += _geometry.Input.Size, output += outputSize)
        {
            float* source = input;
            if (copies) Elementwise.CopyWithBorder(input, _geometry.Input, Source, _geometry.PadTop, _geometry.PadLeft, source = scratch);
            int width = copies ? Source.Width : _geometry.Input.Width;
            for (int first = 0; first < tiles; first += BlockTiles)
                Block(first, Math.Min(BlockTiles, tiles - first), source, width, packed, output, transformed, products);
        }
    }

    private void PackBias(float* bias, float* packed)
    {
        float* target = packed + Positions * _panels.Count;
        for (int channel = 0; channel < _panels.PaddedChannels; channel++) target[channel] = channel < _panels.Channels && bias != null ? bias[channel] : 0;
    }

    /// <summary>Where a position's packed weights of an output channel lie, and how far apart for each input channel.</summary>
    private (nint Start, nint Stride) Term(int position, int channel)
    {
        int first = channel / _panels.PanelWidth * _panels.PanelWidth;
        return ((nint)position * _panels.Count + (nint)first * _panels.Terms + channel - first, _panels.Columns(first) * _panels.Kernels.Width);
    }

    private void Block(int first, int count, float* source, int width, float* packed, float* output, float* transformed, float* products)
    {
        for (int i = 0; i < count; i++)
        {
            int row = (first + i) / _tileColumns, column = (first + i) % _tileColumns;
            _transform.Input(source + (2L * row * width + 2 * column) * _inputs, width * _inputs, _inputs, transformed + i * _inputs, count * _inputs);
        }

        float* bias = packed + Positions * _panels.Count;
        for (int channel = 0; channel < _panels.Channels; channel += _panels.PanelWidth)
        {
            int lanes = _panels.Columns(channel) * _panels.Kernels.Width, valid = _panels.ValidChannels(channel);
            for (int position = 0; position < Positions; position++)
                Multiply(transformed + position * count * _inputs, _panels.Panel(packed + position * _panels.Count, channel), count, channel, products + position * count * lanes);
            for (int i = 0; i < count; i++)
            {
                int row = (first + i) / _tileColumns, column = (first + i) % _tileColumns;
                Store(products + i * lanes, count * lanes, bias + channel, valid, row, column, output + channel);
            }
        }
    }

    private void Multiply(float* x, float* weights, int count, int channel, float* products)
    {
        int columns = _panels.Columns(channel), lanes = columns * _panels.Kernels.Width;
        var tile = new TileArguments
        {
            X = x, W = weights, Y = products,
            XStride = _inputs, XGroupStride = 3 * _inputs, XInner = 1, WInner = lanes, YStride = lanes, Inner = _inputs, Outer = 1,
        };
        Tiles.Run(_panels.Kernels, count, columns, lanes, ref tile);
    }

    private void Store(float* products, nint stride, float* bias, int channels, int row, int column, float* output)
    {
        int outputs = _panels.Channels;
        if (_pool)
        {
            _transform.Output(products, stride, bias, channels, output + (long)(row * _tileColumns + column) * outputs, 0, 0, 1, 1);
            return;
        }

        int width = _geometry.Output.Width, rows = Math.Min(2, _geometry.Output.Height - 2 * row), columns = Math.Min(2, width - 2 * column);
        _transform.Output(products, stride, bias, channels, output + (2L * row * width + 2 * column) * outputs, width * outputs, outputs, rows, columns);
    }
}
