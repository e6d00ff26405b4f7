namespace MLNet.Tests.Pool;

public sealed class PoolInput
{
    public float X { get; set; } = 1;
}
