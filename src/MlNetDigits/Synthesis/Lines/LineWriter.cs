using System.Numerics;
using MlNetDigits.Networks.Randomness;
using MlNetDigits.Synthesis.Drawing;
using MlNetDigits.Synthesis.Strokes;

namespace MlNetDigits.Synthesis.Lines;

/// <summary>Writes one line of digits beside each other.</summary>
internal sealed class LineWriter(SynthesisOptions options, DigitScribe scribe)
{
    private static readonly Dictionary<char, Mark> _marks = new()
    {
        ['.'] = new("28,98! 32,100!", 0.07f, 0.17f, false),
        [','] = new("34,90! 26,104!", 0.08f, 0.25f, false),
        ['-'] = new("10,50! 50,50!\n4,56 20,44 40,56 56,46", 0.2f, 0.5f, true),
        ['='] = new("8,40! 52,40!; 8,62! 52,60!\n12,38 54,32; 6,66 50,58\n8,38! 44,36! 10,60! 52,58!", 0.2f, 0.4f, true),
    };

    // Of fewer digits, what they are is not plain when they are written in haste.
    private const int LeastHasty = 3;

    // How much higher a hasty 1 may be than its neighbours.
    private const float LongestStem = 1.25f;

    private readonly record struct Mark(Glyph[] Forms, float Least, float Most, bool IsRaised)
    {
        public Mark(string forms, float least, float most, bool isRaised) : this(GlyphSet.Read(forms), least, most, isRaised)
        {
        }
    }

    /// <summary>Writes a text whose line is so many pixels high; the first digit's ink begins at column 0.</summary>
    public List<InkPiece> Write(string text, int lineHeight, Writer writer, ref RandomStream random)
    {
        float height = lineHeight * random.NextSingle(options.MinimumSize, options.MaximumSize), room = lineHeight - height;
        float unevenness = random.NextSingle(0, random.Chance(0.25f) ? 0.35f : 0.15f), zeros = random.Chance(0.15f) ? random.NextSingle(0.5f, 0.8f) : 1, slope = random.Signed(Math.Min(room / (text.Length * height), 0.05f)), bottom = ((lineHeight + height) / 2) + random.Signed(room * 0.25f);
        bool isKerned = random.Chance(0.5f), isHasty = options.HasteShare > 0 && text.Length >= LeastHasty && random.Chance(options.HasteShare);
        var pieces = new List<InkPiece>();
        float space = 0;
        foreach (char letter in text)
        {
            if (letter == ' ')
            {
                space += height * random.NextSingle(0.4f, 0.9f);
                continue;
            }

            float stem = isHasty && letter == '1' ? random.NextSingle(1, LongestStem) : 1;
            InkPiece piece = Render(letter, height * stem * (letter == '0' ? zeros : 1) * (1 - random.NextSingle(0, unevenness)), writer, isHasty, ref random);
            InkPiece? before = pieces.LastOrDefault();
            piece.X = before is null ? 0 : before.X + before.Width;
            float lift = _marks.TryGetValue(letter, out Mark mark) && mark.IsRaised ? height * random.NextSingle(0.25f, 0.55f) : 0;
            float baseline = bottom + random.Signed(unevenness * 0.4f * height) + (slope * (piece.X - (text.Length * height / 2))) - lift;
            piece.Y = (int)Math.Clamp(baseline - piece.Height, 0, Math.Max(lineHeight - piece.Height, 0));
            float wanted = space + (height * random.NextSingle(options.MinimumSpacing, options.MaximumSpacing));
            if (before is not null) piece.X += Spacing.Draw(before, piece, wanted, space > 0 ? 0 : options.TouchingShare, isKerned, ref random);
            pieces.Add(piece);
            space = 0;
        }

        return pieces;
    }

    private InkPiece Render(char letter, float height, Writer writer, bool isHasty, ref RandomStream random)
    {
        const int Border = 3;
        bool isDigit = char.IsAsciiDigit(letter);
        Mark mark = isDigit ? default : _marks[letter];
        Sign sign = isDigit ? scribe.WriteAmongDigits(letter - '0', writer, isHasty, ref random) : new StrokeSign(GlyphTracer.Trace(random.Pick(mark.Forms), writer, ref random), writer);
        float size = isDigit ? height : height * random.NextSingle(mark.Least, mark.Most), most = size * 1.5f;
        (_, float width, float drawn) = sign.Fit(Vector2.Zero, most, size);
        var layer = new InkLayer((int)width + (2 * Border), (int)drawn + (2 * Border));
        sign.Draw(layer, sign.Fit(new Vector2(layer.Width / 2f, layer.Height / 2f), most, size).Map, isDigit ? drawn : height, ref random);
        return new InkPiece(isDigit ? letter - '0' : null, layer);
    }
}
