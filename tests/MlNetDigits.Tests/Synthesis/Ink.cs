using MlNetDigits.Synthesis;

namespace MlNetDigits.Tests.Synthesis;

/// <summary>Ink of pictures on plain paper.</summary>
internal static class Ink
{
    private const int Visible = 60;

    /// <summary>Share of the ink that lies outside of all boxes; the first pixel is paper.</summary>
    public static double Outside(SyntheticImage image, IReadOnlyList<DigitBox> boxes)
    {
        bool[] ink = Find(image);
        int outside = Enumerable.Range(0, ink.Length).Count(i => ink[i] && !boxes.Any(box => Contains(box, i % image.Picture.Width, i / image.Picture.Width)));
        return outside / Math.Max(ink.Count(it => it), 1.0);
    }

    /// <summary>Whether a pen could go over all ink without leaving it.</summary>
    public static bool IsConnected(SyntheticImage image)
    {
        bool[] ink = Find(image);
        int width = image.Picture.Width;
        var open = new Stack<int>([Array.IndexOf(ink, true)]);
        while (open.TryPop(out int at))
        {
            if (!ink[at]) continue;
            ink[at] = false;
            foreach (int step in (int[])[1, width - 1, width, width + 1])
            {
                if (at + step < ink.Length) open.Push(at + step);
                if (at - step >= 0) open.Push(at - step);
            }
        }

        return !ink.Contains(true);
    }

    private static bool Contains(DigitBox box, int x, int y) => x >= box.X && x < box.X + box.Width && y >= box.Y && y < box.Y + box.Height;

    private static bool[] Find(SyntheticImage image)
    {
        byte[] pixels = image.Picture.Pixels;
        var ink = new bool[pixels.Length / 3];
        for (int i = 0; i < pixels.Length; i += 3)
            ink[i / 3] = Math.Abs(pixels[i] - pixels[0]) + Math.Abs(pixels[i + 1] - pixels[1]) + Math.Abs(pixels[i + 2] - pixels[2]) > Visible;
        return ink;
    }
}
