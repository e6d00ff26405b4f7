using System.Globalization;
using System.Xml.Linq;
using MlNetDigits.Charts.Fonts;

namespace MlNetDigits.Charts;

/// <summary>Draws one cell of a confusion matrix; its strength grows with its share of the row.</summary>
internal static class ConfusionCell
{
    private const double Strong = 0.5;

    /// <summary>Fills a group with the cell's rectangle, texts, tooltip and data.</summary>
    public static object[] Draw(ConfusionMatrixChart chart, int truth, int predicted, double x, double y, double size)
    {
        int count = chart.Counts[truth][predicted];
        long row = chart.Counts[truth].Sum(n => (long)n);
        double share = (double)count / row;
        string tooltip = $"true {chart.Labels[truth]}, recognized as {chart.Labels[predicted]}: {ChartText.Count(count, "image")}, {ChartText.Percent(share, 2)} of the row";
        return
        [
            new XAttribute("class", "cell"),
            new XAttribute("data-true", truth.ToString(CultureInfo.InvariantCulture)),
            new XAttribute("data-predicted", predicted.ToString(CultureInfo.InvariantCulture)),
            new XAttribute("data-count", count.ToString(CultureInfo.InvariantCulture)),
            new XElement(SvgCanvas.Svg + "title", tooltip),
            SvgCanvas.Create("rect", ("x", x + 0.5), ("y", y + 0.5), ("width", size - 1), ("height", size - 1), ("fill", truth == predicted ? ChartColours.Good : ChartColours.Bad), ("fill-opacity", Opacity(share))),
            .. Texts(count, share, x + size / 2, y + size / 2, size),
        ];
    }

    /// <summary>Explains the colours by some shares.</summary>
    public static void DrawLegend(SvgCanvas canvas, double y)
    {
        double x = DrawShares(canvas, SvgCanvas.Margin, y, "mistakes of the row", ChartColours.Bad, [0.001, 0.01, 0.1]);
        DrawShares(canvas, x + 12, y, "right", ChartColours.Good, [0.5, 1]);
    }

    private static double DrawShares(SvgCanvas canvas, double x, double y, string name, string colour, double[] shares)
    {
        canvas.Text(x, y, name, colour: ChartColours.Muted);
        x += ChartFont.Regular.Room(name, SvgCanvas.FontSize) + 6;
        foreach (double share in shares)
        {
            string text = ChartText.Percent(share, share < 0.01 ? 1 : 0);
            canvas.Rect(x, y - 10, SvgCanvas.FontSize, SvgCanvas.FontSize, colour).With(("fill-opacity", Opacity(share)));
            canvas.Text(x + 16, y, text, colour: ChartColours.Muted);
            x += 24 + ChartFont.Regular.Room(text, SvgCanvas.FontSize);
        }

        return x;
    }

    private static IEnumerable<XElement> Texts(int count, double share, double x, double y, double size)
    {
        string colour = share >= Strong ? ChartColours.OnStrong : ChartColours.Ink, text = count.ToString(CultureInfo.InvariantCulture);
        bool hasPercent = size >= 50;
        double fontSize = Math.Min(hasPercent ? 13 : 11, (size - 3) / Math.Max(2, text.Length) / 0.6);
        yield return Text(x, y + (hasPercent ? 0 : fontSize * 0.36), text, fontSize, colour);
        if (hasPercent) yield return Text(x, y + 13, ChartText.Percent(share, share is > 0.9995 or >= 0.1 and < 0.9 ? 0 : 1), 10, colour);
    }

    private static XElement Text(double x, double y, string text, double size, string colour)
    {
        XElement element = SvgCanvas.Create("text", ("x", x), ("y", y), ("text-anchor", "middle"), ("font-size", size), ("fill", colour), ("pointer-events", "none"));
        element.Add(text);
        return element;
    }

    /// <summary>Grows with the cube root, so that rare mistakes show, and leaps at one half, so that texts stay readable on it.</summary>
    private static double Opacity(double share) => share >= Strong ? 0.8 + 0.4 * (share - Strong) : 0.1 + 0.45 * Math.Cbrt(share / Strong);
}
