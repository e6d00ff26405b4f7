using MlNetDigits.Networks.Kernels;

namespace MlNetDigits.Networks.Tests.Kernels;

/// <summary>Native floats that start as NaN and have guard values behind them.</summary>
internal sealed unsafe class GuardedBuffer : IDisposable
{
    private const int GuardFloats = 128;
    private static readonly float Guard = BitConverter.Int32BitsToSingle(0x7FC12345);

    private readonly AlignedBuffer _memory;

    public GuardedBuffer(long count)
    {
        Count = (int)count;
        _memory = new AlignedBuffer(count + GuardFloats);
        _memory.Span.Fill(Guard);
    }

    public GuardedBuffer(ReadOnlySpan<float> values) : this(values.Length) => values.CopyTo(Span);

    public int Count { get; }

    public float* Pointer => _memory.Pointer;

    public Span<float> Span => _memory.Span[..Count];

    public void Fill(ReadOnlySpan<float> values) => values.CopyTo(Span);

    public float[] ToArray() => Span.ToArray();

    public void AssertGuardIntact()
    {
        ReadOnlySpan<float> guard = _memory.Span[Count..];
        for (int i = 0; i < guard.Length; i++)
            Assert.True(BitConverter.SingleToInt32Bits(guard[i]) == BitConverter.SingleToInt32Bits(Guard), $"Float {i} behind the buffer's {Count} was overwritten with {guard[i]}.");
    }

    public void Dispose() => _memory.Dispose();
}
