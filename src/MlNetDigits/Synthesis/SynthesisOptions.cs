using System.Numerics;
using System.Runtime.CompilerServices;

namespace MlNetDigits.Synthesis;

/// <summary>What synthetic pictures show, how it is written and on what.</summary>
public sealed record SynthesisOptions
{
    private const int MostPixels = 4096;

    /// <summary>Seed of all that is drawn by chance.</summary>
    /// <value>Default 1.</value>
    public int Seed { get; init; } = 1;

    /// <summary>What the pictures show.</summary>
    /// <value>Default <see cref="SynthesisKind.Digit"/>.</value>
    public SynthesisKind Kind { get; init; } = SynthesisKind.Digit;

    /// <summary>Kinds of non-digits, drawn equally often.</summary>
    /// <value>Default all; at least one.</value>
    public IReadOnlyList<NonDigit> NonDigits { get; init; } = Enum.GetValues<NonDigit>();

    /// <summary>Share of the digits that MNIST's training images give, rather than strokes.</summary>
    /// <value>Default 0; from 0 to 1. More than 0 needs MNIST.</value>
    public float MnistShare { get; init; }

    /// <summary>Least width and height of a picture in pixels.</summary>
    /// <value>Default 80; from 16 to 4096.</value>
    public int MinimumSide { get; init; } = 80;

    /// <summary>Greatest width and height of a picture in pixels.</summary>
    /// <value>Default 140; from the least side to 4096.</value>
    public int MaximumSide { get; init; } = 140;

    /// <summary>Least height of a digit, as a share of the picture's.</summary>
    /// <value>Default 0.4; from 0.05 to 1.</value>
    public float MinimumSize { get; init; } = 0.4f;

    /// <summary>Greatest height of a digit, as a share of the picture's.</summary>
    /// <value>Default 0.92; from the least size to 1.</value>
    public float MaximumSize { get; init; } = 0.92f;

    /// <summary>Greatest slant to the right in degrees; to the left it is 0.6 of this.</summary>
    /// <value>Default 30; from 0 to 45.</value>
    public float MaximumSlant { get; init; } = 30;

    /// <summary>What paper may have, drawn equally often.</summary>
    /// <value>Default all; at least one.</value>
    public IReadOnlyList<PaperStyle> Papers { get; init; } = Enum.GetValues<PaperStyle>();

    /// <summary>Whether there are uneven light, slight perspective, blur, noise and traces of compression.</summary>
    /// <value>Default true.</value>
    public bool Camera { get; init; } = true;

    /// <summary>Whether pens and papers may be coloured.</summary>
    /// <value>Default true; else all is grey.</value>
    public bool Colour { get; init; } = true;

    /// <summary>Share of pictures whose ink is lighter than the paper.</summary>
    /// <value>Default 0.25; from 0 to 1.</value>
    public float LightOnDarkShare { get; init; } = 0.25f;

    /// <summary>Throws for values out of range.</summary>
    internal void Validate()
    {
        Require(0, MnistShare, 1);
        Require(16, MinimumSide, MostPixels);
        Require(MinimumSide, MaximumSide, MostPixels);
        Require(0.05f, MinimumSize, 1);
        Require(MinimumSize, MaximumSize, 1);
        Require(0, MaximumSlant, 45);
        Require(0, LightOnDarkShare, 1);
        if (Papers is not { Count: > 0 }) throw new ArgumentException("Papers is empty; name at least one style.", nameof(Papers));
        if (NonDigits is not { Count: > 0 }) throw new ArgumentException("NonDigits is empty; name at least one kind.", nameof(NonDigits));
    }

    private static void Require<T>(T least, T value, T most, [CallerArgumentExpression(nameof(value))] string name = "") where T : INumber<T>
    {
        if (!(value >= least && value <= most))
            throw new ArgumentOutOfRangeException(name, FormattableString.Invariant($"{name} is {value}, but must be from {least} to {most}."));
    }
}
