namespace MlNetDigits.Networks.Kernels;

/// <summary>Convolution forward and both its gradients for a batch of NHWC images, by the outer-product kernel.</summary>
/// <remarks>A dense layer is the case of a 1×1 input. Weights are [kernel row, kernel column, input channel, output channel].</remarks>
internal sealed unsafe class Convolution
{
    private readonly WindowGeometry _geometry;
    private readonly ChannelPanels _forward;
    private readonly ConvolutionInputGradient _inputGradient;
    private readonly Winograd? _winograd;
    private readonly Winograd? _winogradInputGradient;

    /// <param name="geometry">How windows lie.</param>
    /// <param name="onlyDirect">Whether single rows will be computed, which Winograd's algorithm cannot.</param>
    public Convolution(WindowGeometry geometry, bool onlyDirect = false)
    {
        _geometry = geometry;
        _forward = new ChannelPanels(geometry.Output.Channels, geometry.KernelHeight * geometry.KernelWidth * geometry.Input.Channels);
        _inputGradient = new ConvolutionInputGradient(geometry);
        if (onlyDirect || !Winograd.Fits(geometry)) return;
        _winograd = new Winograd(geometry, relu: false, pool: false);
        _winogradInputGradient = new Winograd(geometry.ForInputGradient(), relu: false, pool: false);
    }

    public int WeightCount => _forward.Terms * _forward.Channels;

    /// <summary>Floats of packed weights and bias for the forward pass, followed by those for the gradient of the input.</summary>
    public int PackedCount => PackedForwardCount + (_winogradInputGradient?.PackedCount ?? _inputGradient.PackedCount);

    /// <summary>Floats of scratch for one image with its border.</summary>
    public int ScratchCount => Math.Max(
        Math.Max(_geometry.IsPadded ? _geometry.PaddedInput.Size : 0, _inputGradient.ScratchCount),
        Math.Max(_winograd?.ScratchCount ?? 0, _winogradInputGradient?.ScratchCount ?? 0));

    private int PackedForwardCount => ((_winograd?.PackedCount ?? _forward.Count + _forward.PaddedChannels) + 15) / 16 * 16;

    /// <summary>Packs weights and bias; once for each change of them.</summary>
    public void Pack(float* weights, float* bias, float* packed, bool forTraining)
    {
        if (_winograd is not null)
        {
            _winograd.Pack(weights, bias, packed);
            if (forTraining) _winogradInputGradient!.PackFlipped(_winograd, packed, packed + PackedForwardCount);
            return;
        }

        int channels = _forward.Channels;
        for (int term = 0; term < _forward.Terms; term++) _forward.PackTerm(packed, term, weights + (long)term * channels, 1);
        float* packedBias = packed + _forward.Count;
        for (int channel = 0; channel < _forward.PaddedChannels; channel++)
            packedBias[channel] = channel < channels && bias != null ? bias[channel] : 0;
        if (forTraining) _inputGradient.Pack(weights, packed + PackedForwardCount);
    }

    /// <summary>output = input ⋆ weights + bias.</summary>
    public void Forward(int count, float* input, float* packed, float* output, float* scratch)
    {
        if (_winograd is not null)
        {
            _winograd.Forward(count, input, packed, output, scratch);
            return;
        }

        if (_geometry.IsPointwise)
        {
            ForwardRows(input, packed, output, 1, count * _geometry.Output.Pixels, 0);
            return;
        }

        Shape source = _geometry.IsPadded ? _geometry.PaddedInput : _geometry.Input;
        for (int image = 0; image < count; image++, input += _geometry.Input.Size, output += _geometry.Output.Size)
            ForwardRows(WithBorder(input, scratch), packed, output, _geometry.Output.Height, _geometry.Output.Width, source.Width * source.Channels);
    }

    /// <summary>A few rows of one image's output, cut off after some columns and stored tightly; the image has its border.</summary>
    public void ForwardPart(float* bordered, float* packed, int firstRow, int rows, int columns, float* output)
    {
        Shape source = _geometry.IsPadded ? _geometry.PaddedInput : _geometry.Input;
        int pitch = source.Width * source.Channels;
        ForwardRows(bordered + (long)firstRow * _geometry.Stride * pitch, packed, output, rows, columns, pitch);
    }

    /// <summary>input gradient = output gradient ⋆ flipped weights.</summary>
    public void BackwardInput(int count, float* outputGradient, float* packed, float* inputGradient, float* scratch)
    {
        packed += PackedForwardCount;
        if (_winogradInputGradient is not null) _winogradInputGradient.Forward(count, outputGradient, packed, inputGradient, scratch);
        else _inputGradient.Run(count, outputGradient, packed, inputGradient, scratch);
    }

    /// <summary>weight gradient += Σ over images and pixels of input × output gradient; likewise the bias.</summary>
    public void BackwardWeights(int count, float* input, float* outputGradient, float* weightGradient, float* biasGradient, float* scratch)
    {
        if (biasGradient != null) Elementwise.AddPixels(outputGradient, count * _geometry.Output.Pixels, _geometry.Output.Channels, biasGradient);
        if (_geometry.IsPointwise)
        {
            AddWeightGradient(input, outputGradient, weightGradient, 1, count * _geometry.Output.Pixels, 0);
            return;
        }

        Shape source = _geometry.IsPadded ? _geometry.PaddedInput : _geometry.Input;
        for (int image = 0; image < count; image++, input += _geometry.Input.Size, outputGradient += _geometry.Output.Size)
            AddWeightGradient(WithBorder(input, scratch), outputGradient, weightGradient, _geometry.Output.Height, _geometry.Output.Width, source.Width * source.Channels);
    }

    /// <summary>The image itself, or a copy of it with a border in scratch.</summary>
    public float* WithBorder(float* image, float* scratch)
    {
        if (!_geometry.IsPadded) return image;
        Elementwise.CopyWithBorder(image, _geometry.Input, _geometry.PaddedInput, _geometry.PadTop, _geometry.PadLeft, scratch);
        return scratch;
    }

    private void ForwardRows(float* input, float* packed, float* output, int rows, int pixels, nint rowPitch)
    {
        int channels = _forward.Channels, stride = _geometry.Stride, inputChannels = _geometry.Input.Channels;
        int inner = _geometry.KernelWidth * inputChannels;
        float* bias = packed + _forward.Count;
        for (int channel = 0; channel < channels; channel += _forward.PanelWidth)
        {
            int columns = _forward.Columns(channel), valid = _forward.ValidChannels(channel), lanes = columns * _forward.Kernels.Width;
            for (int row = 0; row < rows; row++)
            {
                var tile = new TileArguments
                {
                    X = input + row * stride * rowPitch,
                    W = _forward.Panel(packed, channel),
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
                    Outer = _geometry.KernelHeight,
                };
                Tiles.Run(_forward.Kernels, pixels, columns, valid, ref tile);
            }
        }
    }

    private void AddWeightGradient(float* input, float* outputGradient, float* weightGradient, int rows, int pixels, nint rowPitch)
    {
        KernelSet kernels = _forward.Kernels;
        int channels = _forward.Channels, stride = _geometry.Stride, inputChannels = _geometry.Input.Channels;
        int taps = _geometry.KernelWidth * inputChannels, kernelRows = _geometry.KernelHeight;

        // Three taps a row are what a group of the kernel holds, so one tile takes all rows of the convolution's kernel at once.
        bool allRows = taps == 3 && kernelRows * taps <= kernels.MaximumRows;
        for (int channel = 0; channel < channels; channel += _forward.PanelWidth)
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
                Tiles.Run(kernels, allRows ? kernelRows * taps : taps, _forward.Columns(channel), _forward.ValidChannels(channel), ref tile);
            }
        }
    }
}
