namespace MlNetDigits.Charts;

/// <summary>Shapes that tell classes apart besides colours; each is about as large as a circle of radius 1.</summary>
internal static class MarkShape
{
    private static readonly (double X, double Y)[][] _corners =
    [
        [],
        [(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)],
        [(0, -1.25), (1.15, 0.8), (-1.15, 0.8)],
        [(0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)],
        [(0, 1.25), (-1.15, -0.8), (1.15, -0.8)],
        [(-0.4, -1.2), (0.4, -1.2), (0.4, -0.4), (1.2, -0.4), (1.2, 0.4), (0.4, 0.4), (0.4, 1.2), (-0.4, 1.2), (-0.4, 0.4), (-1.2, 0.4), (-1.2, -0.4), (-0.4, -0.4)],
        [(0, -1.2), (1.14, -0.37), (0.71, 0.97), (-0.71, 0.97), (-1.14, -0.37)],
    ];

    /// <summary>Data of an SVG path; seven shapes and ten colours give seventy pairs.</summary>
    public static string Path(int number, double x, double y, double radius)
    {
        (double X, double Y)[] corners = _corners[number % _corners.Length];
        string Place(double across, double down) => $"{SvgCanvas.Number(across)} {SvgCanvas.Number(down)}";
        if (corners.Length > 0) return "M" + string.Join('L', corners.Select(corner => Place(x + corner.X * radius, y + corner.Y * radius))) + "Z";
        string arc = $"a{Place(radius, radius)} 0 1 0 ";
        return $"M{Place(x - radius, y)}{arc}{Place(2 * radius, 0)}{arc}{Place(-2 * radius, 0)}Z";
    }
}
