namespace MlNetDigits.Networks.Execution;

/// <summary>Where a node writes a gradient, and where that is added to afterwards when it is not the first to contribute.</summary>
/// <param name="Offset">Offset in the worker's memory, or -1 when nobody needs the gradient.</param>
/// <param name="AddTo">Offset of the sum that the gradient is added to, or -1 when it is the first.</param>
internal readonly record struct GradientTarget(long Offset, long AddTo)
{
    public static GradientTarget None => new(-1, -1);
}
