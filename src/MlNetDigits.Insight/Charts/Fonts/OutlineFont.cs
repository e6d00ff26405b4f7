namespace MlNetDigits.Charts.Fonts;

/// <summary>One font file: which characters it has, their widths and outlines.</summary>
internal sealed class OutlineFont
{
    private readonly CharacterMap _characters;
    private readonly GlyphTable _glyphs;
    private readonly BigEndianReader _widths;
    private readonly int _widthCount;
    private readonly double _unitsPerEm;

    public OutlineFont(ReadOnlySpan<byte> file)
    {
        var tables = new WoffFile(file);
        BigEndianReader head = tables["head"];
        _unitsPerEm = head.U16(18);
        _characters = new CharacterMap(tables["cmap"]);
        _glyphs = new GlyphTable(tables["loca"], tables["glyf"], hasLongPlaces: head.I16(50) != 0);
        (_widths, _widthCount) = (tables["hmtx"], tables["hhea"].U16(34));
    }

    /// <summary>The glyph of a character, or 0 if the font has none.</summary>
    public int Find(int codePoint) => _characters.Find(codePoint);

    /// <summary>Step to the next glyph in ems.</summary>
    public double Advance(int glyph) => _widths.U16(4 * Math.Min(glyph, _widthCount - 1)) / _unitsPerEm;

    /// <summary>Outlines in ems, upwards from the base line.</summary>
    public IEnumerable<GlyphPoint[]> Outlines(int glyph) =>
        _glyphs.Read(glyph).Select(outline => outline.Select(p => new GlyphPoint(p.X / _unitsPerEm, p.Y / _unitsPerEm, p.IsOnCurve)).ToArray());
}
