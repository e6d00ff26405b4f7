using System.Runtime.InteropServices;

namespace MlNetDigits.Networks.Kernels;

/// <summary>Zeroed native floats on a cache line, with a register's slack behind the end so that kernels may read past it.</summary>
internal sealed unsafe class AlignedBuffer : IDisposable
{
    private const int Alignment = 64, SlackFloats = 64;

    private float* _pointer;

    public AlignedBuffer(long count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        Count = count;
        nuint bytes = (nuint)(count + SlackFloats) * sizeof(float);
        _pointer = (float*)NativeMemory.AlignedAlloc(bytes, Alignment);
        NativeMemory.Clear(_pointer, bytes);
        GC.AddMemoryPressure((long)bytes);
    }

    ~AlignedBuffer() => Free();

    /// <summary>Floats that belong to the buffer.</summary>
    public long Count { get; }

    public float* Pointer => _pointer;

    public Span<float> Span => new(_pointer, checked((int)Count));

    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private void Free()
    {
        if (_pointer == null) return;
        NativeMemory.AlignedFree(_pointer);
        _pointer = null;
        GC.RemoveMemoryPressure((Count + SlackFloats) * sizeof(float));
    }
}
