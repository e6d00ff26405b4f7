using MlNetDigits.Charts;
using MlNetDigits.Tests.Charts;

// With "charts [folder] [name]", writes the sample charts: to look at them, and for the test that renders one in a process of its own.
if (args.FirstOrDefault() != "charts") return await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args);
string folder = Directory.CreateDirectory(args.ElementAtOrDefault(1) ?? "pictures").FullName;
foreach ((string name, Func<SvgPicture> draw) in SampleCharts.All.Where(chart => args.Length < 3 || args[2] == chart.Key))
{
    SvgPicture picture = draw();
    File.WriteAllText(Path.Combine(folder, name + ".svg"), picture.ToSvg());
    File.WriteAllText(Path.Combine(folder, name + ".inline.svg"), picture.ToInlineSvg());
    foreach (ChartTheme theme in Enum.GetValues<ChartTheme>())
        File.WriteAllBytes(Path.Combine(folder, $"{name}.{theme}.png"), picture.ToPng(theme: theme));
}

File.WriteAllText(Path.Combine(folder, "page.css"), ChartColours.PageCss);
return 0;
