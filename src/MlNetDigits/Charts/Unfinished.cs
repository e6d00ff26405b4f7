namespace MlNetDigits.Charts;

internal static class Unfinished
{
    public static SvgPicture Draw(string title)
    {
        var canvas = new SvgCanvas(480, 120);
        canvas.Text(240, 64, title, "middle", 15, isBold: true);
        return new SvgPicture(canvas, title, title);
    }
}
