using MlNetDigits.Mnist;
using MlNetDigits.Networks.Randomness;
using MlNetDigits.Synthesis.Drawing;

namespace MlNetDigits.Synthesis.Strokes;

/// <summary>Writes digits, by strokes or taken from scans.</summary>
internal sealed class DigitScribe
{
    private const float AmongDigitsShare = 0.25f;

    // Of what is written in haste: the share that shows it, and how much it leans its own way, as a tangent.
    private const float HastyShare = 0.6f;
    private const float OwnLean = 0.18f;

    private readonly float _scanShare;
    private readonly MnistView? _scans;
    private readonly int[][] _rows = [];

    /// <summary>Takes a share of the digits from scans.</summary>
    /// <param name="scans">Scanned digits, or null.</param>
    /// <param name="scanShare">Share of the signs that they give.</param>
    public DigitScribe(MnistView? scans, float scanShare)
    {
        (_scans, _scanShare) = (scans, scanShare);
        if (scans is null) return;
        byte[] labels = scans.Labels.ToArray();
        _rows = [.. Enumerable.Range(0, 10).Select(digit => Enumerable.Range(0, labels.Length).Where(row => labels[row] == digit).ToArray())];
    }

    /// <summary>Writers, some of whose digits are scans.</summary>
    public Writer DrawWriter(float maximumSlant, ref RandomStream random)
    {
        Writer writer = Writer.Draw(maximumSlant, ref random);
        return random.Chance(_scanShare) ? writer with { Pen = Pen.Scan, Density = random.NextSingle(0.7f, 1) } : writer;
    }

    /// <summary>Writes a digit that stands alone.</summary>
    public Sign Write(int digit, Writer writer, ref RandomStream random) => Write(digit, DigitGlyphs.Of(digit), writer, ref random);

    /// <summary>Writes a digit of a line, maybe in a form that its neighbours make plain, or in haste.</summary>
    public Sign WriteAmongDigits(int digit, Writer writer, bool isHasty, ref RandomStream random)
    {
        if (isHasty)
            writer = writer with { Slant = writer.Slant + (OwnLean * random.Bell()) };
        IReadOnlyList<Glyph> forms = isHasty && random.Chance(HastyShare) ? HastyGlyphs.Of(digit)
            : random.Chance(AmongDigitsShare) ? DigitGlyphs.AmongDigits(digit) : DigitGlyphs.Of(digit);
        return Write(digit, forms, writer, ref random);
    }

    private Sign Write(int digit, IReadOnlyList<Glyph> forms, Writer writer, ref RandomStream random)
    {
        if (writer.Pen == Pen.Scan && _rows[digit].Length > 0) return new ScanSign(_scans!, random.Pick(_rows[digit]), writer, ref random);
        return new StrokeSign(GlyphTracer.Trace(random.Pick(forms), writer, ref random), writer);
    }
}
