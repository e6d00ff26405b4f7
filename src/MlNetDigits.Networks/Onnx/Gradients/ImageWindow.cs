namespace MlNetDigits.Networks.Onnx.Gradients;

/// <summary>Which pixels of an input image each output pixel of a pooling or a convolution sees.</summary>
internal sealed class ImageWindow
{
    private readonly int _inputHeight, _inputWidth, _outputHeight, _outputWidth, _strideY, _strideX, _dilationY, _dilationX, _top, _left;

    private ImageWindow(GradientStep step, IReadOnlyList<long> kernel)
    {
        IReadOnlyList<int> input = step.Input().Dimensions, output = step.Output.Dimensions;
        if (input.Count != 4)
            throw new NotSupportedException($"The operator {step.Node.OpType} ('{step.Node.Name}') reads {input.Count} dimensions, but gradients are known for images [N, channels, height, width] alone.");
        IReadOnlyList<long> strides = step.Node.Attribute("strides")?.IntValues ?? [1, 1], dilations = step.Node.Attribute("dilations")?.IntValues ?? [1, 1], pads = step.Node.Attribute("pads")?.IntValues ?? [0, 0, 0, 0];
        (Height, Width) = ((int)kernel[0], (int)kernel[1]);
        (_inputHeight, _inputWidth, _outputHeight, _outputWidth) = (input[2], input[3], output[2], output[3]);
        (_strideY, _strideX, _dilationY, _dilationX, _top, _left) = ((int)strides[0], (int)strides[1], (int)dilations[0], (int)dilations[1], (int)pads[0], (int)pads[1]);
    }

    /// <summary>Rows of the window.</summary>
    public int Height { get; }

    /// <summary>Columns of the window.</summary>
    public int Width { get; }

    public static ImageWindow Of(GradientStep step, IReadOnlyList<long> kernel) => new(step, kernel);

    /// <summary>Row of the input under a row of the window, or -1 in the padding.</summary>
    public int Row(int output, int tap) => Inside(output * _strideY + tap * _dilationY - _top, _inputHeight);

    /// <summary>Column of the input under a column of the window, or -1 in the padding.</summary>
    public int Column(int output, int tap) => Inside(output * _strideX + tap * _dilationX - _left, _inputWidth);

    /// <summary>Places in the input of one output element's window, in the same image and channel.</summary>
    public IEnumerable<int> Places(int output)
    {
        int column = output % _outputWidth, row = output / _outputWidth % _outputHeight, plane = output / (_outputWidth * _outputHeight);
        for (int y = 0; y < Height; y++)
        {
            for (int x = 0; x < Width; x++)
            {
                (int inputRow, int inputColumn) = (Row(row, y), Column(column, x));
                if (inputRow >= 0 && inputColumn >= 0) yield return (plane * _inputHeight + inputRow) * _inputWidth + inputColumn;
            }
        }
    }

    private static int Inside(int place, int size) => place < size ? Math.Max(place, -1) : -1;
}
