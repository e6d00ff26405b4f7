namespace MlNetDigits.Charts.Fonts;

/// <summary>Numbers of the glyphs of characters: table <c>cmap</c>, formats 4 and 12, of OpenType.</summary>
internal sealed class CharacterMap
{
    private readonly Dictionary<int, int> _glyphs = [];

    public CharacterMap(BigEndianReader table)
    {
        for (int i = 0, count = table.U16(2); i < count; i++)
        {
            BigEndianReader map = table.From(table.I32(4 + 8 * i + 4));
            if (map.U16(0) == 4) ReadSegments(map);
            else if (map.U16(0) == 12) ReadGroups(map);
        }
    }

    /// <summary>The glyph of a character, or 0 if the font has none.</summary>
    public int Find(int codePoint) => _glyphs.GetValueOrDefault(codePoint);

    private void ReadSegments(BigEndianReader map)
    {
        int doubled = map.U16(6), ends = 14, starts = ends + doubled + 2, deltas = starts + doubled, offsets = deltas + doubled;
        for (int i = 0; i < doubled; i += 2)
        {
            int start = map.U16(starts + i), end = map.U16(ends + i), offset = map.U16(offsets + i);
            for (int code = start; code <= end && code < 0xFFFF; code++)
            {
                int glyph = offset == 0 ? code : map.U16(offsets + i + offset + 2 * (code - start));
                if (offset == 0 || glyph != 0) Add(code, (glyph + map.U16(deltas + i)) & 0xFFFF);
            }
        }
    }

    private void ReadGroups(BigEndianReader map)
    {
        for (int i = 0, count = map.I32(12); i < count; i++)
        {
            int group = 16 + 12 * i, start = map.I32(group), end = map.I32(group + 4), glyph = map.I32(group + 8);
            for (int code = start; code <= end; code++) Add(code, glyph + code - start);
        }
    }

    private void Add(int code, int glyph)
    {
        if (glyph != 0) _glyphs[code] = glyph;
    }
}
