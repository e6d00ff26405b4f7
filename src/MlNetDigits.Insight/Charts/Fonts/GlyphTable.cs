namespace MlNetDigits.Charts.Fonts;

/// <summary>Outlines of glyphs: tables <c>loca</c> and <c>glyf</c> of OpenType, without hinting.</summary>
internal sealed class GlyphTable(BigEndianReader places, BigEndianReader glyphs, bool hasLongPlaces)
{
    private const int OnCurve = 1, ShortX = 2, ShortY = 4, Repeats = 8, SameX = 16, SameY = 32;
    private const int WordArguments = 1, ArgumentsAreOffsets = 2, Scaled = 8, MoreParts = 32, ScaledTwice = 64, HasMatrix = 128;

    /// <summary>Closed outlines of a glyph; none for a space.</summary>
    public IReadOnlyList<GlyphPoint[]> Read(int glyph)
    {
        int start = Place(glyph);
        if (start == Place(glyph + 1)) return [];
        BigEndianReader data = glyphs.From(start);
        int count = data.I16(0);
        return count < 0 ? ReadParts(data) : ReadOutlines(data, count);
    }

    private int Place(int glyph) => hasLongPlaces ? places.I32(4 * glyph) : 2 * places.U16(2 * glyph);

    private static List<GlyphPoint[]> ReadOutlines(BigEndianReader data, int count)
    {
        int[] ends = [.. Enumerable.Range(0, count).Select(i => (int)data.U16(10 + 2 * i))];
        int points = count == 0 ? 0 : ends[^1] + 1, at = 10 + 2 * count;
        at += 2 + data.U16(at);
        var flags = new byte[points];
        for (int i = 0; i < points;)
        {
            byte flag = data.U8(at++);
            for (int repeats = (flag & Repeats) != 0 ? data.U8(at++) : 0; repeats >= 0; repeats--) flags[i++] = flag;
        }

        int[] x = ReadCoordinates(data, flags, ShortX, SameX, ref at), y = ReadCoordinates(data, flags, ShortY, SameY, ref at);
        return [.. ends.Select((end, i) => Enumerable.Range(i == 0 ? 0 : ends[i - 1] + 1, end - (i == 0 ? -1 : ends[i - 1]))
            .Select(p => new GlyphPoint(x[p], y[p], (flags[p] & OnCurve) != 0)).ToArray())];
    }

    private static int[] ReadCoordinates(BigEndianReader data, byte[] flags, int isShort, int isSame, ref int at)
    {
        var coordinates = new int[flags.Length];
        int value = 0;
        for (int i = 0; i < flags.Length; i++)
        {
            if ((flags[i] & isShort) != 0)
            {
                value += (flags[i] & isSame) != 0 ? data.U8(at) : -data.U8(at);
                at++;
            }
            else if ((flags[i] & isSame) == 0)
            {
                value += data.I16(at);
                at += 2;
            }

            coordinates[i] = value;
        }

        return coordinates;
    }

    /// <summary>Accented letters are a letter and an accent, each moved or scaled.</summary>
    private List<GlyphPoint[]> ReadParts(BigEndianReader data)
    {
        var outlines = new List<GlyphPoint[]>();
        int at = 10, flags;
        do
        {
            flags = data.U16(at);
            int part = data.U16(at + 2);
            bool areWords = (flags & WordArguments) != 0;
            (int x, int y) = areWords ? (data.I16(at + 4), data.I16(at + 6)) : ((sbyte)data.U8(at + 4), (sbyte)data.U8(at + 5));
            if ((flags & ArgumentsAreOffsets) == 0) throw new InvalidDataException("The font joins parts of glyphs by points, which is not read. Build the library again.");
            at += areWords ? 8 : 6;
            (double xx, double xy, double yx, double yy) = (1, 0, 0, 1);
            if ((flags & Scaled) != 0) (xx, yy, at) = (data.Fixed14(at), data.Fixed14(at), at + 2);
            else if ((flags & ScaledTwice) != 0) (xx, yy, at) = (data.Fixed14(at), data.Fixed14(at + 2), at + 4);
            else if ((flags & HasMatrix) != 0) (xx, xy, yx, yy, at) = (data.Fixed14(at), data.Fixed14(at + 2), data.Fixed14(at + 4), data.Fixed14(at + 6), at + 8);
            outlines.AddRange(Read(part).Select(outline => outline.Select(p => new GlyphPoint(xx * p.X + yx * p.Y + x, xy * p.X + yy * p.Y + y, p.IsOnCurve)).ToArray()));
        }
        while ((flags & MoreParts) != 0);
        return outlines;
    }
}
