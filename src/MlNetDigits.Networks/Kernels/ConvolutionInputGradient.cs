namespace MlNetDigits.Networks.Kernels;

/// <summary>
/// The gradient of a convolution's input: a convolution of the bordered output gradient with flipped weights. With a stride,
/// input pixels fall into stride² phases, each of which is a convolution with its own share of the taps.
/// </summary>
internal sealed unsafe class ConvolutionInputGradient
{
    private readonly WindowGeometry _geometry;
    private readonly ChannelPanels[,] _panels;
    private readonly Shape _bordered;
    private readonly int _borderTop;
    private readonly int _borderLeft;

    public ConvolutionInputGradient(WindowGeometry geometry)
    {
        _geometry = geometry;
        int stride = geometry.Stride;
        _panels = new ChannelPanels[stride, stride];
        for (int row = 0; row < stride; row++)
            for (int column = 0; column < stride; column++)
                _panels[row, column] = new ChannelPanels(geometry.Input.Channels, Taps(geometry.KernelHeight, row) * Taps(geometry.KernelWidth, column) * geometry.Output.Channels);

        _borderTop = Taps(geometry.KernelHeight, 0) - 1;
        _borderLeft = Taps(geometry.KernelWidth, 0) - 1;
        _bordered = new Shape(
            _borderTop + Math.Max(geometry.Output.Height, (geometry.Input.Height + geometry.PadTop - 1) / stride + 1),
            _borderLeft + Math.Max(geometry.Output.Width, (geometry.Input.Width + geometry.PadLeft - 1) / stride + 1),
            geometry.Output.Channels);
    }

    public int PackedCount
    {
        get
        {
            int count = 0;
            foreach (ChannelPanels panels in _panels) count += panels.Count;
            return count;
        }
    }

    public int ScratchCount => _geometry.IsPointwise ? 0 : _bordered.Size;

    public void Pack(float* weights, float* packed)
    {
        int outputs = _geometry.Output.Channels, inputs = _geometry.Input.Channels, stride = _geometry.Stride;
        for (int rowPhase = 0; rowPhase < stride; rowPhase++)
        {
            for (int columnPhase = 0; columnPhase < stride; columnPhase++)
            {
                ChannelPanels panels = _panels[rowPhase, columnPhase];
                int term = 0;
                for (int u = Taps(_geometry.KernelHeight, rowPhase) - 1; u >= 0; u--)
                {
                    for (int v = Taps(_geometry.KernelWidth, columnPhase) - 1; v >= 0; v--)
                    {
                        int tap = (rowPhase + stride * u) * _geometry.KernelWidth + columnPhase + stride * v;
                        for (int output = 0; output < outputs; output++) panels.PackTerm(packed, term++, weights + (long)tap * inputs * outputs + output, outputs);
                    }
                }

                packed += panels.Count;
            }
        }
    }

    public void Run(int count, float* outputGradient, float* packed, float* inputGradient, float* scratch)
    {
        if (_geometry.IsPointwise)
        {
            RunPhase(outputGradient, packed, inputGradient, _panels[0, 0], (1, 0, 0), (count * _geometry.Input.Pixels, 0, 0), (1, 1), 0);
            return;
        }

        int stride = _geometry.Stride;
        nint pitch = _bordered.Width * _bordered.Channels;
        for (int image = 0; image < count; image++, outputGradient += _geometry.Output.Size, inputGradient += _geometry.Input.Size)
        {
            Elementwise.CopyWithBorder(outputGradient, _geometry.Output, _bordered, _borderTop, _borderLeft, scratch);
            float* phasePacked = packed;
            for (int rowPhase = 0; rowPhase < stride; rowPhase++)
            {
                for (int columnPhase = 0; columnPhase < stride; columnPhase++)
                {
                    ChannelPanels panels = _panels[rowPhase, columnPhase];
                    (int, int) taps = (Taps(_geometry.KernelHeight, rowPhase), Taps(_geometry.KernelWidth, columnPhase));
                    RunPhase(scratch, phasePacked, inputGradient, panels,
                        Positions(_geometry.Input.Height, _geometry.PadTop, rowPhase, _borderTop, taps.Item1),
                        Positions(_geometry.Input.Width, _geometry.PadLeft, columnPhase, _borderLeft, taps.Item2), taps, pitch);
                    phasePacked += panels.Count;
                }
            }
        }
    }

    private void RunPhase(float* bordered, float* packed, float* inputGradient, ChannelPanels panels,
        (int Count, int First, int Source) rows, (int Count, int First, int Source) columns, (int Rows, int Columns) taps, nint pitch)
    {
        int outputs = _geometry.Output.Channels, inputs = _geometry.Input.Channels, stride = _geometry.Stride;
        (int borderTop, int gradientRows) = _geometry.IsPointwise ? (0, 1) : (_borderTop, _geometry.Output.Height);
        if (columns.Count == 0) return;
        for (int channel = 0; channel < inputs; channel += panels.PanelWidth)
        {
            int registers = panels.Columns(channel), lanes = registers * panels.Kernels.Width;
            for (int row = 0; row < rows.Count; row++)
            {
                // Taps that reach rows of the border would add zeros only.
                int source = row + rows.Source, above = Math.Clamp(borderTop - source, 0, taps.Rows);
                int below = Math.Clamp(source + taps.Rows - borderTop - gradientRows, 0, taps.Rows - above);
                var tile = new TileArguments
                {
                    X = bordered + (source + above) * pitch + columns.Source * outputs,
                    W = panels.Panel(packed, channel) + (long)above * taps.Columns * outputs * lanes,
                    Y = inputGradient + ((long)(rows.First + row * stride) * _geometry.Input.Width + columns.First) * inputs + channel,
                    XStride = outputs,
                    XGroupStride = 3 * outputs,
                    XInner = 1,
                    WInner = lanes,
                    XOuter = pitch,
                    WOuter = taps.Columns * outputs * lanes,
                    YStride = stride * inputs,
                    Inner = taps.Columns * outputs,
                    Outer = taps.Rows - above - below,
                };
                Tiles.Run(panels.Kernels, columns.Count, registers, panels.ValidChannels(channel), ref tile);
            }
        }
    }

    /// <summary>Taps of a kernel side that reach a phase.</summary>
    private int Taps(int kernel, int phase) => Math.Max(0, (kernel - phase + _geometry.Stride - 1) / _geometry.Stride);

    /// <summary>Input positions of a phase along one side, and the bordered gradient's position of the first one's farthest tap.</summary>
    private (int Count, int First, int Source) Positions(int size, int padding, int phase, int border, int taps)
    {
        int stride = _geometry.Stride;
        int first = ((phase - padding) % stride + stride) % stride;
        int count = first < size ? (size - first + stride - 1) / stride : 0;
        return (count, first, (first + padding - phase) / stride - (taps - 1) + border);
    }
}
