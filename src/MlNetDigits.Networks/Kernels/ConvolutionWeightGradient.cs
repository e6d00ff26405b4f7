namespace MlNetDigits.Networks.Kernels;

/// <summary>The gradient of a convolution's weights and bias, by the outer-product kernel.</summary>
internal sealed unsafe class ConvolutionWeightGradient(WindowGeometry geometry)
{
    private readonly ChannelPanels _panels = new(geometry.Output.Channels, geometry.KernelHeight * geometry.KernelWidth * geometry.Input.Channels);

    public int WeightCount => _panels.Terms * _panels.Channels;

    /// <summary>One image with its border.</summary>
    public int ScratchCount => geometry.IsPadded ? geometry.PaddedInput.Size : 0;

    /// <summary>weight gradient += Σ over images and pixels of input × output gradient; likewise the bias.</summary>
    public void Run(int count, float* input, float* outputGradient, float* weightGradient, float* biasGradient, float* scratch)
    {
        if (biasGradient != null) Elementwise.AddPixels(outputGradient, count * geometry.Output.Pixels, geometry.Output.Channels, biasGradient);
        if (geometry.IsPointwise)
        {
            Add(input, outputGradient, weightGradient, 1, count * geometry.Output.Pixels, 0);
            return;
        }

        int pitch = geometry.PaddedInput.Width * geometry.Input.Channels;
        for (int image = 0; image < count; image++, input += geometry.Input.Size, outputGradient += geometry.Output.Size)
            Add(Elementwise.WithBorder(input, geometry, scratch), outputGradient, weightGradient, geometry.Output.Height, geometry.Output.Width, pitch);
    }

    private void Add(float* input, float* outputGradient, float* weightGradient, int rows, int pixels, nint rowPitch)
    {
        KernelSet kernels = _panels.Kernels;
        int channels = _panels.Channels, stride = geometry.Stride, inputChannels = geometry.Input.Channels;
        int taps = geometry.KernelWidth * inputChannels, kernelRows = geometry.KernelHeight;

        // Three taps a row are what a group of the kernel holds, so one tile takes all rows of the convolution's kernel at once.
        bool allRows = taps == 3 && kernelRows * taps <= kernels.MaximumRows;
        for (int channel = 0; channel < channels; channel += _panels.PanelWidth)
        {
            for (int kernelRow = 0; kernelRow < (allRows ? 1 : kernelRows); kernelRow++)
            {
                float* gradient = weightGradient + (long)kernelRow * taps * channels + channel;
                var tile = new TileArguments
                {
                    X = input + kernelRow * rowPitch,
                    W = outputGradient + channel,
                    Y = gradient,
                    Initial = gradient,
                    InitialStride = channels,
                    XStride = 1,
                    XGroupStride = allRows ? rowPitch : 3,
                    XInner = stride * inputChannels,
                    WInner = channels,
                    XOuter = stride * rowPitch,
                    WOuter = pixels * channels,
                    YStride = channels,
                    Inner = pixels,
                    Outer = rows,
                };
                Tiles.Run(kernels, allRows ? kernelRows * taps : taps, _panels.Columns(channel), _panels.ValidChannels(channel), ref tile);
            }
        }
    }
}
