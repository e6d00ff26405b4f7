namespace MlNetDigits.Tests.Images.Samples;

/// <summary>The drawings in data/samples and how they are made.</summary>
internal static class SampleFiles
{
    public static string Folder { get; } = SourceTree.PathOf("data", "samples");

    public static Sample[] Drawn { get; } =
    [
        new("0-pen.png", 120, 160),
        new("0-chalk.png", 200, 200) { Ink = 0xf4f4e8, Paper = 0x1e3d2f, Pen = 18 },
        new("0-transparent.png", 96, 96) { Transparent = true, Ink = 0x1030a0 },
        new("1-pen.png", 100, 140),
        new("1-thick.png", 160, 160) { Pen = 30 },
        new("1-thin-corner.png", 320, 240) { Size = 60, Centre = (0.85, 0.2), Pen = 2 },
        new("2-blue.jpg", 200, 260) { Ink = 0x1a3fb0, Pen = 12 },
        new("2-white-on-black.png", 140, 140) { Ink = 0xffffff, Paper = 0x000000 },
        new("2-slanted.webp", 180, 180) { Slant = 0.3 },
        new("3-pen.png", 120, 160),
        new("3-shaded.jpg", 300, 240) { Shade = 110, Ink = 0x202020, Paper = 0xe8e4da, Pen = 12 },
        new("3-small-corner.png", 400, 300) { Size = 36, Centre = (0.06, 0.88), Pen = 4 },
        new("4-pen.png", 120, 160),
        new("4-red.webp", 240, 240) { Ink = 0xc01818, Pen = 20 },
        new("4-thin.png", 200, 200) { Pen = 2.5 },
        new("5-pen.png", 120, 160),
        new("5-noisy.jpg", 120, 120) { Grain = 14, Ink = 0x303030, Paper = 0xd8d8d0, Pen = 9 },
        new("5-transparent-light.png", 128, 128) { Transparent = true, Ink = 0xfff4c0, Pen = 12 },
        new("6-pen.png", 120, 160),
        new("6-thick.webp", 200, 200) { Pen = 34 },
        new("6-low-contrast.png", 160, 160) { Ink = 0x9a9a9a, Paper = 0xc8c8c8 },
        new("7-pen.png", 120, 160),
        new("7-thin-corner.png", 360, 260) { Size = 70, Centre = (0.14, 0.2), Pen = 2.5 },
        new("7-chalk.jpg", 160, 200) { Ink = 0xf0f0f0, Paper = 0x303438, Grain = 5, Pen = 13 },
        new("8-pen.png", 120, 160),
        new("8-thick.png", 180, 200) { Pen = 22, Slant = 0 },
        new("8-tiny.png", 24, 32) { Pen = 2.4 },
        new("9-pen.png", 120, 160),
        new("9-wide.png", 480, 160) { Centre = (0.72, 0.5) },
        new("9-green.webp", 220, 220) { Ink = 0x0c7a3c, Paper = 0xf6f2e0, Slant = 0.25 },
    ];

    /// <summary>Digits of MNIST's test set that are shipped in their real format, by index.</summary>
    public static (int Index, int Digit)[] Real { get; } = [(0, 7), (1, 2), (2, 1), (10, 0), (4, 4), (7, 9), (11, 6), (30, 3), (15, 5), (61, 8)];

    public static string RealName(int index, int digit) => $"{digit}-mnist-{index}.png";

    /// <summary>Encodes a drawing in the format its name tells.</summary>
    public static byte[] Encode(Sample sample)
    {
        var saver = Path.GetExtension(sample.File) switch { ".jpg" => "jpeg", ".webp" => "webp", _ => "png" };
        return Encoder.Encode(saver, sample.Width, sample.Height, sample.Transparent ? 4 : 3, sample.Draw());
    }
}
