namespace MlNetDigits.Tests.Images.Samples;

/// <summary>A digit drawn with a round pen.</summary>
/// <param name="File">File name; it begins with the digit.</param>
/// <param name="Width">Pixels per row.</param>
/// <param name="Height">Number of rows.</param>
internal sealed record Sample(string File, int Width, int Height)
{
    public int Digit => File[0] - '0';

    /// <summary>Height of the digit in pixels; default: seven tenths of the picture's.</summary>
    public double Size { get; init; } = 0.7 * Height;

    /// <summary>Centre of the digit, in shares of the picture.</summary>
    public (double X, double Y) Centre { get; init; } = (0.5, 0.5);

    /// <summary>Pen's diameter in pixels.</summary>
    public double Pen { get; init; } = 0.07 * Height;

    /// <summary>Shift to the right per pixel upwards.</summary>
    public double Slant { get; init; } = 0.1;

    /// <summary>Colours as 0xRRGGBB.</summary>
    public int Ink { get; init; } = 0x101820;

    public int Paper { get; init; } = 0xffffff;

    /// <summary>Whether the paper is transparent.</summary>
    public bool Transparent { get; init; }

    /// <summary>How much darker the paper gets from left to right, in levels.</summary>
    public double Shade { get; init; }

    /// <summary>Standard deviation of the grain, in levels.</summary>
    public double Grain { get; init; }

    /// <summary>Interleaved RGB or RGBA.</summary>
    public byte[] Draw()
    {
        var chains = Glyphs.Of(Digit);
        var random = new Random(Digit);
        var bands = Transparent ? 4 : 3;
        var pixels = new byte[Width * Height * bands];
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                var ink = Math.Clamp((Pen / 2) - Distance(chains, x + 0.5, y + 0.5) + 0.5, 0, 1);
                var light = (Grain * Normal(random)) - (Shade * x / Width);
                var at = ((y * Width) + x) * bands;
                for (var channel = 0; channel < 3; channel++)
                {
                    int shift = 16 - (8 * channel), inkLevel = (Ink >> shift) & 255, paperLevel = (Paper >> shift) & 255;
                    var share = Transparent ? 1 : ink;
                    pixels[at + channel] = (byte)Math.Clamp(paperLevel + (share * (inkLevel - paperLevel)) + light, 0, 255);
                }

                if (Transparent)
                    pixels[at + 3] = (byte)(255 * ink);
            }
        }

        return pixels;
    }

    private double Distance((double X, double Y)[][] chains, double x, double y)
    {
        // From pixels to the glyph's own coordinates.
        var unit = Size / 1.4;
        var v = ((y - (Centre.Y * Height)) / unit) + 0.7;
        var u = ((x - (Centre.X * Width)) / unit) + 0.5 + (Slant * (v - 0.7));
        var nearest = double.MaxValue;
        foreach (var chain in chains)
        {
            for (var i = 0; i + 1 < chain.Length; i++)
                nearest = Math.Min(nearest, ToPiece(u, v, chain[i], chain[i + 1]));
        }

        return unit * nearest;
    }

    private static double ToPiece(double x, double y, (double X, double Y) from, (double X, double Y) to)
    {
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        var along = Math.Clamp((((x - from.X) * dx) + ((y - from.Y) * dy)) / Math.Max((dx * dx) + (dy * dy), 1e-12), 0, 1);
        return Math.Sqrt(Math.Pow(from.X + (along * dx) - x, 2) + Math.Pow(from.Y + (along * dy) - y, 2));
    }

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
