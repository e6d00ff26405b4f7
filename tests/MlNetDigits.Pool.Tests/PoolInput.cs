namespace MlNetDigits.Pool.Tests;

public sealed class PoolInput
{
    public float X { get; set; } = 1;
}
