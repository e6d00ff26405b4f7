namespace MlNetDigits.Networks.Kernels;

/// <summary>The vector operations that kernels are written in, for one register width.</summary>
/// <typeparam name="TVector">The register type, for instance <c>Vector512&lt;float&gt;</c>.</typeparam>
internal unsafe interface ISimd<TVector> where TVector : struct
{
    /// <summary>Floats in one register.</summary>
    static abstract int Width { get; }

    static abstract TVector Zero { get; }
    static abstract TVector Load(float* source);
    static abstract TVector Broadcast(float value);
    static abstract void Store(TVector value, float* destination);
    static abstract TVector Add(TVector left, TVector right);
    static abstract TVector Subtract(TVector left, TVector right);

    /// <summary>The greater of both; on x86 the right one if either is no number.</summary>
    static abstract TVector Max(TVector left, TVector right);

    /// <summary>left × right + addend, rounded once on every width.</summary>
    static abstract TVector FusedMultiplyAdd(TVector left, TVector right, TVector addend);

    /// <summary>value where left equals right, zero elsewhere.</summary>
    static abstract TVector WhereEqual(TVector left, TVector right, TVector value);
}
