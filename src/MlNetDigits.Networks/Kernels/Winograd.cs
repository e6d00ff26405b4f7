using System.Runtime.Intrinsics;

namespace MlNetDigits.Networks.Kernels;

/// <summary>Convolution by 3×3 kernels of stride 1 with fewer multiplications, such as 16 in place of 36 for each 2×2 outputs; forward alone.</summary>
/// <remarks>
/// Tiles are transformed, multiplied position by position and transformed back, a block of tiles at a time while it is in cache. A
/// bias and ReLU follow in registers. Each output is summed in one fixed order wherever its tile lies in a block. Source: Lavin and
/// Gray, "Fast algorithms for convolutional neural networks", 2015.
/// </remarks>
internal sealed unsafe class Winograd : IForwardConvolution
{
    // Two tiles of the outer-product kernel with the widest registers: enough to use weights twice while they are in cache.
    private const int BlockTiles = 28;

    private const int LeastTiles = 12;

    private readonly WinogradTransform _transform;
    private readonly ChannelPanels _panels;
    private readonly WindowGeometry _geometry;
    private readonly int _inputs, _tileRows, _tileColumns;

    private Winograd(WindowGeometry geometry, Shape output, WinogradTransform transform)
    {
        _geometry = geometry;
        Output = output;
        _transform = transform;
        _inputs = geometry.Input.Channels;
        _panels = new ChannelPanels(output.Channels, _inputs);
        _tileRows = Tiles(output.Height, transform.Outputs);
        _tileColumns = Tiles(output.Width, transform.Outputs);
    }

    public Shape Output { get; }

    public int PackedCount => Positions * _panels.Count + _panels.PaddedChannels;

    public int ScratchCount => Source.Size + BlockTiles * Positions * (_inputs + _panels.PanelWidth);

    private int Positions => _transform.Positions;

    /// <summary>Height and width of whole tiles, and at least those of the input behind its border.</summary>
    private Shape Source => new(
        Math.Max(_geometry.PadTop + _geometry.Input.Height, _transform.Outputs * _tileRows + 2),
        Math.Max(_geometry.PadLeft + _geometry.Input.Width, _transform.Outputs * _tileColumns + 2),
        _inputs);

    /// <summary>By tiles of 2×2 outputs, which lose no precision.</summary>
    public static Winograd ForTraining(WindowGeometry geometry) =>
        new(geometry, geometry.Output, WinogradTransforms.Small(geometry.Input.Channels | geometry.Output.Channels));

    /// <summary>By larger tiles, those that need the fewest products.</summary>
    /// <param name="geometry">How windows lie.</param>
    /// <param name="rows">Rows of the output to compute.</param>
    /// <param name="columns">Columns of the output to compute.</param>
    /// <param name="relu">Whether ReLU follows.</param>
    public static Winograd ForInference(WindowGeometry geometry, int rows, int columns, bool relu)
    {
        WinogradTransform[] sizes = WinogradTransforms.Large(geometry.Input.Channels | geometry.Output.Channels, relu);
        return new(geometry, new Shape(rows, columns, geometry.Output.Channels), sizes.MinBy(it => Tiles(rows, it.Outputs) * Tiles(columns, it.Outputs) * it.Positions)!);
    }

    /// <summary>Whether these windows can be computed so, and are worth it: an image has tiles enough to use weights often.</summary>
    public static bool Fits(WindowGeometry geometry) =>
        geometry is { KernelHeight: 3, KernelWidth: 3, Stride: 1 } && geometry.Input.Channels % 8 == 0 && geometry.Output.Channels % 8 == 0
        && (geometry.Output.Height + 1) / 2 * ((geometry.Output.Width + 1) / 2) >= LeastTiles;

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
                    _transform.Weights(kernels + lane, tapStride, panel + input * lanes + lane, _panels.Count);
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

    public void Forward(int count, float* input, float* packed, float* output, float* scratch)
    {
        int tiles = _tileRows * _tileColumns;
        float* transformed = scratch + Source.Size, products = transformed + BlockTiles * Positions * _inputs;
        bool copies = _geometry.IsPadded || Source != _geometry.Input;
        for (int image = 0; image < count; image++, input += _geometry.Input.Size, output += Output.Size)
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
            int row = (first + i) / _tileColumns * _transform.Outputs, column = (first + i) % _tileColumns * _transform.Outputs;
            _transform.Input(source + ((long)row * width + column) * _inputs, width * _inputs, _inputs, transformed + i * _inputs, count * _inputs);
        }

        float* bias = packed + Positions * _panels.Count;
        for (int channel = 0; channel < _panels.Channels; channel += _panels.PanelWidth)
        {
            int lanes = _panels.Columns(channel) * _panels.Kernels.Width, valid = _panels.ValidChannels(channel);
            for (int position = 0; position < Positions; position++)
                Multiply(transformed + position * count * _inputs, _panels.Panel(packed + position * _panels.Count, channel), count, channel, products + position * count * lanes);
            for (int i = 0; i < count; i++)
            {
                int row = (first + i) / _tileColumns * _transform.Outputs, column = (first + i) % _tileColumns * _transform.Outputs;
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
        Kernels.Tiles.Run(_panels.Kernels, count, columns, lanes, ref tile);
    }

    private void Store(float* products, nint stride, float* bias, int channels, int row, int column, float* output)
    {
        int outputs = Output.Channels, width = Output.Width, size = _transform.Outputs;
        _transform.Output(products, stride, bias, channels, output + ((long)row * width + column) * outputs, width * outputs, outputs,
            Math.Min(size, Output.Height - row), Math.Min(size, width - column));
    }

    private static int Tiles(int outputs, int size) => (outputs + size - 1) / size;
}
