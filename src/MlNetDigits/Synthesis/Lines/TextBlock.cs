using MlNetDigits.Networks.Randomness;
using MlNetDigits.Synthesis.Drawing;
using MlNetDigits.Synthesis.Strokes;

namespace MlNetDigits.Synthesis.Lines;

/// <summary>Written lines below each other, before they are on paper.</summary>
internal sealed class TextBlock : IDisposable
{
    private readonly List<InkPiece> _pieces = [];

    private TextBlock(int lineHeight, Writer writer) => (LineHeight, Writer) = (lineHeight, writer);

    /// <summary>Gets the writer of the first line.</summary>
    public Writer Writer { get; }

    /// <summary>Gets all lines, parted by line breaks.</summary>
    public string Text { get; private set; } = "";

    public int LineHeight { get; }

    public int Width { get; private set; }

    public int Height { get; private set; }

    /// <summary>Writes the lines of a picture; each has a writer of its own, or all have the same.</summary>
    public static TextBlock Write(SynthesisOptions options, DigitScribe scribe, ref RandomStream random)
    {
        var block = new TextBlock(random.Whole(options.MinimumSide, options.MaximumSide), scribe.DrawWriter(options.MaximumSlant, ref random));
        var lines = new LineWriter(options, scribe);
        var texts = new string[options.Rows];
        bool isOneHand = random.Chance(0.5f);
        int margin = Math.Max((int)(block.LineHeight * random.NextSingle(0.04f, 0.5f)), 2), top = 0;
        for (int row = 0; row < texts.Length; row++)
        {
            Writer writer = row == 0 || isOneHand ? block.Writer : scribe.DrawWriter(options.MaximumSlant, ref random);
            string line = TextPattern.Draw(options, ref random);
            texts[row] = TextPattern.Digits(line);
            block.Add(lines.Write(line, block.LineHeight, writer, ref random), margin, top);
            top += block.LineHeight;
        }

        (block.Text, block.Width, block.Height) = (string.Join('\n', texts), block.Width + margin, top);
        return block;
    }

    /// <summary>Lays the ink down and gives the digits' boxes in reading order.</summary>
    public DigitBox[] Place(InkLayer target)
    {
        _pieces.ForEach(piece => piece.Place(target));
        return [.. _pieces.Select(piece => piece.Box).OfType<DigitBox>()];
    }

    /// <summary>Tells whose ink each pixel of the sheet has: of which digit from 1, or 0 for none and for marks.</summary>
    public ushort[] FindOwners()
    {
        var owners = new ushort[Width * Height];
        var covers = new float[owners.Length];
        ushort number = 0;
        foreach (InkPiece piece in _pieces)
            piece.Claim(owners, covers, Width, piece.Digit is null ? (ushort)0 : ++number);
        return owners;
    }

    public void Dispose() => _pieces.ForEach(piece => piece.Dispose());

    private void Add(List<InkPiece> line, int left, int top)
    {
        // Overlapping neighbours may reach left of the first digit.
        int start = left - line.Min(piece => piece.X);
        foreach (InkPiece piece in line)
        {
            piece.X += start;
            piece.Y += top;
            Width = Math.Max(Width, piece.X + piece.Width);
        }

        _pieces.AddRange(line);
    }
}
