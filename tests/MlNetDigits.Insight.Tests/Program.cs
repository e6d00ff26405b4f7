using MlNetDigits.Charts;
using MlNetDigits.Tests.Charts;

// Writes the sample charts into a folder: to look at them, and for the test that renders them in a process of its own.
string folder = Directory.CreateDirectory(args.Length > 0 ? args[0] : "pictures").FullName;
foreach ((string name, Func<SvgPicture> draw) in SampleCharts.All.Where(chart => args.Length < 2 || args[1] == chart.Key))
{
    SvgPicture picture = draw();
    File.WriteAllText(Path.Combine(folder, name + ".svg"), picture.ToSvg());
    File.WriteAllText(Path.Combine(folder, name + ".inline.svg"), picture.ToInlineSvg());
    foreach (ChartTheme theme in Enum.GetValues<ChartTheme>())
        File.WriteAllBytes(Path.Combine(folder, $"{name}.{theme}.png"), picture.ToPng(theme: theme));
}

File.WriteAllText(Path.Combine(folder, "page.css"), ChartColours.PageCss);
