namespace MlNetDigits.Charts;

/// <summary>One row of points of a chart.</summary>
/// <param name="Name">What the legend calls it.</param>
/// <param name="Points">The points; those that are not finite are left out.</param>
/// <param name="IsLine">Whether lines join the points; false draws dots.</param>
public sealed record ChartSeries(string Name, IReadOnlyList<(double X, double Y)> Points, bool IsLine = true);
