namespace MlNetDigits.Pool.Tests;

public sealed class PoolOutput
{
    public float[] Y { get; set; } = [];
}
