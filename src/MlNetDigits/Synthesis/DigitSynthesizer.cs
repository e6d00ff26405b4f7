using System.Globalization;
using System.Numerics;
using MlNetDigits.Images;
using MlNetDigits.Mnist;
using MlNetDigits.Networks.Randomness;
using MlNetDigits.Synthesis.Camera;
using MlNetDigits.Synthesis.Drawing;
using MlNetDigits.Synthesis.Lines;
using MlNetDigits.Synthesis.NonDigits;
using MlNetDigits.Synthesis.Papers;
using MlNetDigits.Synthesis.Strokes;

namespace MlNetDigits.Synthesis;

/// <summary>Draws digits, lines of digits and what is no digit, as people write and photograph them.</summary>
/// <remarks>A picture depends on options and index alone: not on threads, the order of calls or the machine. Safe to call from many threads at once.</remarks>
public sealed class DigitSynthesizer
{
    private readonly SynthesisOptions _options;
    private readonly DigitScribe _scribe;

    /// <summary>Prepares to draw.</summary>
    /// <param name="options">What to draw; default: single digits made of strokes.</param>
    /// <param name="mnist">Gives digits where the options ask for them; its training images alone are used.</param>
    /// <exception cref="ArgumentException">An option is out of range, or MNIST is missing.</exception>
    public DigitSynthesizer(SynthesisOptions? options = null, MnistData? mnist = null)
    {
        _options = options ?? new SynthesisOptions();
        _options.Validate();
        if (_options.MnistShare > 0 && mnist is null)
            throw new ArgumentException($"MnistShare is {_options.MnistShare.ToString(CultureInfo.InvariantCulture)}, which needs MNIST; pass it, or set the share to 0.", nameof(mnist));
        _scribe = new DigitScribe(mnist?.Train, _options.MnistShare);
    }

    /// <summary>Draws one picture.</summary>
    /// <param name="index">Its number, at least 0; equal numbers give equal pictures.</param>
    /// <returns>The picture with its text and boxes.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 0.</exception>
    public SyntheticImage Create(long index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        var random = new RandomStream(RandomStream.Mix(RandomStream.Mix((ulong)_options.Seed, (ulong)_options.Kind), (ulong)index));
        return _options.Kind == SynthesisKind.Text ? CreateText(ref random) : CreateSingle(ref random);
    }

    private SyntheticImage CreateText(ref RandomStream random)
    {
        using TextBlock block = TextBlock.Write(_options, _scribe, ref random);
        using var sheet = new Sheet(block.Width, block.Height, _options, Palette.Draw(_options, ref random), PlaneMap.Identity, block.LineHeight);
        DigitBox[] boxes = block.Place(sheet.Ink);
        return Finish(sheet, block.Text, boxes, null, block.Writer.Pen, ref random) with { Owners = block.FindOwners() };
    }

    private SyntheticImage CreateSingle(ref RandomStream random)
    {
        int width = random.Whole(_options.MinimumSide, _options.MaximumSide), height = random.Whole(_options.MinimumSide, _options.MaximumSide);
        Palette palette = Palette.Draw(_options, ref random);
        PlaneMap lens = _options.Camera ? Lens.Draw(width, height, ref random) : PlaneMap.Identity;
        using var sheet = new Sheet(width, height, _options, palette, lens, height);
        Writer writer = _scribe.DrawWriter(_options.MaximumSlant, ref random);
        if (_options.Kind == SynthesisKind.Digit)
        {
            DigitBox box = WriteDigit(sheet, writer, ref random);
            return Finish(sheet, box.Digit.ToString(CultureInfo.InvariantCulture), [box], null, writer.Pen, ref random);
        }

        NonDigit kind = random.Pick(_options.NonDigits);
        NonDigitDrawing.Draw(kind, sheet, _scribe, writer, ref random);
        return Finish(sheet, "", [], kind, writer.Pen, ref random);
    }

    private SyntheticImage Finish(Sheet sheet, string text, DigitBox[] boxes, NonDigit? nonDigit, Pen pen, ref RandomStream random)
    {
        GrayImage writing = sheet.Ink.ToImage();
        PaperStyle paper = DrawPaper(sheet, ref random);
        Lighting lighting = _options.Camera ? CameraEffects.Apply(sheet.Canvas, ref random) : Lighting.Even;
        return new SyntheticImage
        {
            Picture = sheet.Canvas.ToImage(),
            Label = nonDigit is { } other ? Labels.Of(other) : text,
            Text = text,
            Writing = writing,
            Digits = boxes,
            NonDigit = nonDigit,
            Paper = paper,
            Lighting = lighting,
            Pen = pen,
            IsLightOnDark = sheet.Palette.IsLightOnDark,
        };
    }

    private DigitBox WriteDigit(Sheet sheet, Writer writer, ref RandomStream random)
    {
        int digit = random.Next(10);
        Sign sign = _scribe.Write(digit, writer, ref random);
        (Vector2 centre, float height) = Places.Draw(sheet, sign, ref random);
        PixelBox ink = sheet.Write(sign, sign.Fit(centre, sheet.Width * _options.MaximumSize, height).Map, height, ref random);
        return new DigitBox(digit, ink.Left, ink.Top, ink.Width, ink.Height);
    }

    private PaperStyle DrawPaper(Sheet sheet, ref RandomStream random)
    {
        PaperStyle paper = random.Pick(_options.Papers);
        PixelBox writing = sheet.Ink.Touched.IsEmpty ? new PixelBox(sheet.Width / 4, sheet.Height / 4, sheet.Width * 3 / 4, sheet.Height * 3 / 4) : sheet.Ink.Touched;
        PaperMarks.Draw(paper, sheet, writing, ref random);
        if (_options.Papers.Count > 1 && random.Chance(0.15f)) PaperMarks.Draw(random.Pick(_options.Papers), sheet, writing, ref random);
        sheet.Canvas.Lay(sheet.Ink, sheet.Palette.Ink);
        return paper;
    }
}
