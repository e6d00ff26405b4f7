namespace MlNetDigits.Networks.Kernels;

/// <summary>Convolution forward by the outer-product kernel.</summary>
internal sealed unsafe class DirectConvolution(WindowGeometry geometry) : IForwardConvolution
{
    private readonly ChannelPanels _panels = new(geometry.Output.Channels, geometry.KernelHeight * geometry.KernelWidth * geometry.Input.Channels);

    public Shape Output => geometry.Output;

    public int PackedCount => _panels.Count + _panels.PaddedChannels;

    /// <summary>One image with its border.</summary>
    public int ScratchCount => geometry.IsPadded ? geometry.PaddedInput.Size : 0;

    public void Pack(float* weights, float* bias, float* packed)
    {
        int channels = _panels.Channels;
        for (int term = 0; term < _panels.Terms; term++) _panels.PackTerm(packed, term, weights + (long)term * channels, 1);
        float* packedBias = packed + _panels.Count;
        for (int channel = 0; channel < _panels.PaddedChannels; channel++)
            packedBias[channel] = channel < channels && bias != null ? bias[channel] : 0;
    }

    public void Forward(int count, float* input, float* packed, float* output, float* scratch)
    {
        if (geometry.IsPointwise)
        {
            Rows(input, packed, output, 1, count * geometry.Output.Pixels, 0);
            return;
        }

        int pitch = geometry.PaddedInput.Width * geometry.Input.Channels;
        for (int image = 0; image < count; image++, input += geometry.Input.Size, output += geometry.Output.Size)
            Rows(Elementwise.WithBorder(input, geometry, scratch), packed, output, geometry.Output.Height, geometry.Output.Width, pitch);
    }

    private void Rows(float* input, float* packed, float* output, int rows, int pixels, nint rowPitch)
    {
        int channels = _panels.Channels, stride = geometry.Stride, inputChannels = geometry.Input.Channels;
        int inner = geometry.KernelWidth * inputChannels;
        float* bias = packed + _panels.Count;
        for (int channel = 0; channel < channels; channel += _panels.PanelWidth)
        {
            int columns = _panels.Columns(channel), valid = _panels.ValidChannels(channel), lanes = columns * _panels.Kernels.Width;
            for (int row = 0; row < rows; row++)
            {
                var tile = new TileArguments
                {
                    X = input + row * stride * rowPitch,
                    W = _panels.Panel(packed, channel),
                    Y = output + (long)row * pixels * channels + channel,
                    Initial = bias + channel,
                    XStride = stride * inputChannels,
                    XGroupStride = 3 * stride * inputChannels,
                    XInner = 1,
                    WInner = lanes,
                    XOuter = rowPitch,
                    WOuter = inner * lanes,
                    YStride = channels,
                    Inner = inner,
                    Outer = geometry.KernelHeight,
                };
                Tiles.Run(_panels.Kernels, pixels, columns, valid, ref tile);
            }
        }
    }
}
