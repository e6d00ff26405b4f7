namespace MlNetDigits.Images.Netpbm;

/// <summary>What a Netpbm file says about its pixels before they begin.</summary>
/// <param name="Kind">The digit of its magic number, 1 to 7.</param>
/// <param name="Width">Pixels per row.</param>
/// <param name="Height">Number of rows.</param>
/// <param name="Bands">1 is grey, 3 are red, green and blue; 2 and 4 have alpha too.</param>
/// <param name="Maximum">The sample that is white or opaque.</param>
internal readonly record struct NetpbmHeader(int Kind, int Width, int Height, int Bands, int Maximum)
{
    private static readonly string[] KnownTuples = ["", "BLACKANDWHITE", "GRAYSCALE", "RGB", "BLACKANDWHITE_ALPHA", "GRAYSCALE_ALPHA", "RGB_ALPHA"];

    /// <summary>Reads the header and leaves the place at the first sample.</summary>
    public static NetpbmHeader Read(ref NetpbmCursor cursor, int kind, string name)
    {
        if (kind == 7)
            return ReadPam(ref cursor, name);

        var (width, height) = (cursor.Number("width", 1, int.MaxValue), cursor.Number("height", 1, int.MaxValue));
        var maximum = kind is 1 or 4 ? 1 : cursor.Number("maxval", 1, ushort.MaxValue);
        if (kind > 3)
            cursor.EndHeader();
        return new NetpbmHeader(kind, width, height, kind is 3 or 6 ? 3 : 1, maximum);
    }

    private static NetpbmHeader ReadPam(ref NetpbmCursor cursor, string name)
    {
        int width = 0, height = 0, bands = 0, maximum = 0;
        var tuple = "";
        while (true)
        {
            switch (cursor.Word())
            {
                case "WIDTH": width = cursor.Number("WIDTH", 1, int.MaxValue); break;
                case "HEIGHT": height = cursor.Number("HEIGHT", 1, int.MaxValue); break;
                case "DEPTH": bands = cursor.Number("DEPTH", 1, ushort.MaxValue); break;
                case "MAXVAL": maximum = cursor.Number("MAXVAL", 1, ushort.MaxValue); break;
                case "TUPLTYPE": tuple = cursor.Word(); break;
                case "ENDHDR":
                    cursor.EndHeader();
                    if (width == 0 || height == 0 || bands == 0 || maximum == 0)
                        throw cursor.Damaged("its header lacks WIDTH, HEIGHT, DEPTH or MAXVAL");
                    if (bands > 4 || !KnownTuples.Contains(tuple))
                        throw new InvalidDataException($"'{name}' has {bands} channels of unknown meaning. Save it as grey or RGB.");
                    return new NetpbmHeader(7, width, height, bands, maximum);
                case "": throw cursor.Damaged("its header has no ENDHDR");
                case var other: throw cursor.Damaged($"its header has '{other}', which PAM does not know");
            }
        }
    }
}
