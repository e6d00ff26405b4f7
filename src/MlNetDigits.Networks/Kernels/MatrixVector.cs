using System.Runtime.Intrinsics;

namespace MlNetDigits.Networks.Kernels;

/// <summary>Dense layers for inference: a single image takes no longer than its weights take to come out of cache.</summary>
/// <remarks>Each output is four partial sums, of every fourth term each, so that no addition waits for the one before it.</remarks>
internal abstract unsafe class MatrixVector
{
    private readonly int _width;

    private protected MatrixVector(int inputs, int outputs, int width)
    {
        Inputs = inputs;
        Outputs = outputs;
        _width = width;
    }

    /// <summary>Floats of packed weights and bias.</summary>
    public int PackedCount => (Inputs + 1) * ((Outputs + _width - 1) / _width * _width);

    protected int Inputs { get; }

    protected int Outputs { get; }

    /// <summary>Makes it for the widest registers that the outputs fill.</summary>
    public static MatrixVector Create(int inputs, int outputs) =>
        Vector512.IsHardwareAccelerated && outputs > 8 ? new MatrixVector<Simd512, Vector512<float>>(inputs, outputs)
        : Vector256.IsHardwareAccelerated && outputs > 4 ? new MatrixVector<Simd256, Vector256<float>>(inputs, outputs)
        : new MatrixVector<Simd128, Vector128<float>>(inputs, outputs);

    /// <summary>Packs weights [input, output] and a bias: for each register of outputs the bias, then term by term, with zeros behind the last output.</summary>
    public void Pack(float* weights, float* bias, float* packed)
    {
        for (int output = 0; output < Outputs; output += _width)
        {
            int valid = Math.Min(_width, Outputs - output);
            for (int term = -1; term < Inputs; term++, packed += _width)
            {
                float* source = (term < 0 ? bias : weights + (long)term * Outputs) + output;
                for (int lane = 0; lane < _width; lane++) packed[lane] = lane < valid ? source[lane] : 0;
            }
        }
    }

    /// <summary>output = input × weights + bias for a batch of images.</summary>
    public abstract void Forward(int count, float* input, float* packed, float* output);
}
