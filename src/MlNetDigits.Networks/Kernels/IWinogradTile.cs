namespace MlNetDigits.Networks.Kernels;

/// <summary>The one-dimensional transforms of a tile of outputs, by the points at which polynomials are evaluated.</summary>
internal unsafe interface IWinogradTile
{
    /// <summary>Outputs of the tile.</summary>
    static abstract int Outputs { get; }

    /// <summary>The points, one fewer than the tile has inputs: infinity is the last.</summary>
    static abstract ReadOnlySpan<double> Points { get; }

    /// <summary>Transforms as many registers as the tile has inputs.</summary>
    static abstract void Input<TSimd, TVector>(float* source, nint step, float* target, nint stride) where TSimd : struct, ISimd<TVector> where TVector : struct;

    /// <summary>Transforms the products back to the tile's outputs, adds <paramref name="start"/> to each, and leaves what the tile lacks zero.</summary>
    static abstract void Output<TSimd, TVector>(float* source, nint step, TVector start, out TVector first, out TVector second, out TVector third, out TVector fourth, out TVector fifth)
        where TSimd : struct, ISimd<TVector> where TVector : struct;
}
