namespace MLNet.Tests.Pool;

public sealed class PoolOutput
{
    public float[] Y { get; set; } = [];
}
