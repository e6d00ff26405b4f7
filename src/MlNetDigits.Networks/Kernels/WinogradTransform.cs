namespace MlNetDigits.Networks.Kernels;

/// <summary>The transforms around Winograd's products, for one size of tiles and one register width.</summary>
internal abstract unsafe class WinogradTransform
{
    /// <summary>Height and width of a tile of outputs.</summary>
    public abstract int Outputs { get; }

    /// <summary>Height and width of a tile of inputs, and of what is multiplied.</summary>
    public int Inputs => Outputs + 2;

    /// <summary>Values of a transformed tile.</summary>
    public int Positions => Inputs * Inputs;

    /// <summary>Transforms four 3×3 kernels side by side, whose taps lie <paramref name="stride"/> apart; each position goes <paramref name="step"/> further.</summary>
    public abstract void Weights(float* kernels, nint stride, float* target, nint step);

    /// <summary>Transforms one patch of inputs, all channels; each position goes <paramref name="stride"/> further.</summary>
    public abstract void Input(float* patch, nint pitch, int channels, float* target, nint stride);

    /// <summary>Transforms products back to a tile of outputs plus bias, for the rows and columns that exist.</summary>
    public abstract void Output(float* products, nint stride, float* bias, int channels, float* target, nint pitch, nint step, int rows, int columns);
}
