namespace MlNetDigits.Networks.Kernels;

/// <summary>How windows of a convolution or pooling layer lie on its input.</summary>
internal sealed record WindowGeometry
{
    public WindowGeometry(Shape input, int outputChannels, int kernelHeight, int kernelWidth, int stride, Padding padding)
    {
        Input = input;
        KernelHeight = kernelHeight;
        KernelWidth = kernelWidth;
        Stride = stride;
        (int height, PadTop, PadBottom) = Span(input.Height, kernelHeight, stride, padding, nameof(input.Height));
        (int width, PadLeft, PadRight) = Span(input.Width, kernelWidth, stride, padding, nameof(input.Width));
        Output = new Shape(height, width, outputChannels);
    }

    private WindowGeometry(WindowGeometry forward)
    {
        Input = forward.Output;
        Output = forward.Input;
        KernelHeight = forward.KernelHeight;
        KernelWidth = forward.KernelWidth;
        Stride = 1;
        PadTop = KernelHeight - 1 - forward.PadTop;
        PadBottom = KernelHeight - 1 - forward.PadBottom;
        PadLeft = KernelWidth - 1 - forward.PadLeft;
        PadRight = KernelWidth - 1 - forward.PadRight;
    }

    public Shape Input { get; }
    public Shape Output { get; }
    public int KernelHeight { get; }
    public int KernelWidth { get; }
    public int Stride { get; }
    public int PadTop { get; }
    public int PadBottom { get; }
    public int PadLeft { get; }
    public int PadRight { get; }
    public bool IsPadded => PadTop + PadBottom + PadLeft + PadRight > 0;

    /// <summary>The input with its border of zeros.</summary>
    public Shape PaddedInput => new(Input.Height + PadTop + PadBottom, Input.Width + PadLeft + PadRight, Input.Channels);

    /// <summary>Windows that are single pixels: the layer is one matrix product over all pixels.</summary>
    public bool IsPointwise => KernelHeight == 1 && KernelWidth == 1 && Stride == 1;

    /// <summary>The windows of the gradient of the input, for a stride of 1: a convolution of the output's gradient.</summary>
    public WindowGeometry ForInputGradient() => new(this);

    private static (int Output, int Before, int After) Span(int input, int kernel, int stride, Padding padding, string side)
    {
        if (padding == Padding.Valid)
        {
            if (kernel > input)
                throw new ArgumentException($"A kernel of {kernel} does not fit an input of {side.ToLowerInvariant()} {input}: use a smaller kernel, Padding.Same or fewer pooling layers.");
            return ((input - kernel) / stride + 1, 0, 0);
        }

        int output = (input + stride - 1) / stride;
        int total = Math.Max((output - 1) * stride + kernel - input, 0);
        return (output, total / 2, total - total / 2);
    }
}
