using System.Numerics;
using System.Runtime.CompilerServices;
using MlNetDigits.Synthesis.Lines;

namespace MlNetDigits.Synthesis;

/// <summary>What synthetic pictures show, how it is written and on what.</summary>
public sealed record SynthesisOptions
{
    private const int MostPixels = 4096;
    private const int MostDigits = 1000;
    private const long MostMegapixels = 64;

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

    /// <summary>Least width and height of a picture in pixels; of texts the line's height.</summary>
    /// <value>Default 80; from 16 to 4096.</value>
    public int MinimumSide { get; init; } = 80;

    /// <summary>Greatest width and height of a picture in pixels; of texts the line's height.</summary>
    /// <value>Default 140; from the least side to 4096.</value>
    public int MaximumSide { get; init; } = 140;

    /// <summary>Least height of a digit, as a share of the picture's or the line's.</summary>
    /// <value>Default 0.4; from 0.05 to 1.</value>
    public float MinimumSize { get; init; } = 0.4f;

    /// <summary>Greatest height of a digit, as a share of the picture's or the line's.</summary>
    /// <value>Default 0.92; from the least size to 1.</value>
    public float MaximumSize { get; init; } = 0.92f;

    /// <summary>Fewest digits in a line of text.</summary>
    /// <value>Default 2; from 1 to 1000.</value>
    public int MinimumLength { get; init; } = 2;

    /// <summary>Most digits in a line of text.</summary>
    /// <value>Default 8; from the fewest to 1000.</value>
    public int MaximumLength { get; init; } = 8;

    /// <summary>What a line of text is made of: <c>#</c> is any digit, digits stand for themselves, spaces part groups; points, commas, dashes and equals signs are drawn, but no part of the text.</summary>
    /// <value>Default null: as many digits as the lengths say.</value>
    public string? Pattern { get; init; }

    /// <summary>Share of lines without a pattern that have points, commas, dashes or equals signs, which are no part of the text.</summary>
    /// <value>Default 0.15; from 0 to 1.</value>
    public float MarkShare { get; init; } = 0.15f;

    /// <summary>Lines of a text.</summary>
    /// <value>Default 1; from 1 to 1000.</value>
    public int Rows { get; init; } = 1;

    /// <summary>Least space between neighbours in a text, as a share of their height.</summary>
    /// <value>Default 0.03; from 0 to 3.</value>
    public float MinimumSpacing { get; init; } = 0.03f;

    /// <summary>Greatest space between neighbours in a text, as a share of their height.</summary>
    /// <value>Default 0.4; from the least space to 3.</value>
    public float MaximumSpacing { get; init; } = 0.4f;

    /// <summary>Share of neighbours in a text that touch or overlap.</summary>
    /// <value>Default 0.15; from 0 to 1.</value>
    public float TouchingShare { get; init; } = 0.15f;

    /// <summary>Share of a text's lines of three digits and more that are written in haste: digits lean each its own way, stems are long, strokes run on.</summary>
    /// <value>Default 0; from 0 to 1.</value>
    public float HasteShare { get; init; }

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
        if (!Enum.IsDefined(Kind)) throw new ArgumentOutOfRangeException(nameof(Kind), $"There is no kind {Kind}: use {string.Join(", ", Enum.GetNames<SynthesisKind>())}.");
        Require(0, MnistShare, 1);
        Require(16, MinimumSide, MostPixels);
        Require(MinimumSide, MaximumSide, MostPixels);
        Require(0.05f, MinimumSize, 1);
        Require(MinimumSize, MaximumSize, 1);
        Require(0, MaximumSlant, 45);
        Require(0, LightOnDarkShare, 1);
        ValidateText();
        if (Papers is not { Count: > 0 }) throw new ArgumentException("Papers is empty; name at least one style.", nameof(Papers));
        if (NonDigits is not { Count: > 0 }) throw new ArgumentException("NonDigits is empty; name at least one kind.", nameof(NonDigits));
    }

    private void ValidateText()
    {
        Require(1, MinimumLength, MostDigits);
        Require(MinimumLength, MaximumLength, MostDigits);
        Require(1, Rows, MostDigits);
        Require(0, MinimumSpacing, 3);
        Require(MinimumSpacing, MaximumSpacing, 3);
        Require(0, TouchingShare, 1);
        Require(0, MarkShare, 1);
        Require(0, HasteShare, 1);
        if (Pattern is not null && !TextPattern.IsValid(Pattern))
            throw new ArgumentException($"Pattern is '{Pattern}', but must be made of digits, # for any digit, spaces, points, commas, dashes and equals signs.", nameof(Pattern));
        long digits = Pattern?.Length ?? MaximumLength, pixels = digits * Rows * MaximumSide * MaximumSide;
        if (Kind == SynthesisKind.Text && pixels > MostMegapixels * 1_000_000)
            throw new ArgumentException($"{Rows} lines of up to {digits} digits that are up to {MaximumSide} pixels high have about {pixels / 1_000_000} megapixels, but at most {MostMegapixels} are drawn; use fewer digits or lines, or lower MaximumSide.", nameof(MaximumSide));
    }

    private static void Require<T>(T least, T value, T most, [CallerArgumentExpression(nameof(value))] string name = "") where T : INumber<T>
    {
        if (!(value >= least && value <= most))
            throw new ArgumentOutOfRangeException(name, FormattableString.Invariant($"{name} is {value}, but must be from {least} to {most}."));
    }
}
