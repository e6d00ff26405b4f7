using System.Collections.Frozen;
using System.Text;

namespace MlNetDigits.Charts;

/// <summary>The colours of charts, named as CSS variables, in a light and a dark set.</summary>
/// <remarks>
/// The ten of the series are the accessible sequence of M. A. Petroff, "Accessible Color Sequences for Data Visualization"
/// (arXiv:2107.02270, 2021), told apart with every kind of colour vision; the dark set lightens those too dark for it.
/// </remarks>
public static class ChartColours
{
    /// <summary>Text and axes.</summary>
    internal const string Ink = "var(--chart-ink)";

    /// <summary>Ticks' labels and notes.</summary>
    internal const string Muted = "var(--chart-muted)";

    /// <summary>Lines of the grid.</summary>
    internal const string Grid = "var(--chart-grid)";

    /// <summary>What lies behind everything.</summary>
    internal const string Surface = "var(--chart-surface)";

    /// <summary>Right answers of a heat map at full strength.</summary>
    internal const string Good = "var(--chart-good)";

    /// <summary>Mistakes of a heat map at full strength.</summary>
    internal const string Bad = "var(--chart-bad)";

    /// <summary>Text on a heat map's strong cells.</summary>
    internal const string OnStrong = "var(--chart-on-strong)";

    /// <summary>Number of different colours of series.</summary>
    internal const int SeriesCount = 10;

    private static readonly (string Name, string Light, string Dark)[] _variables =
    [
        ("surface", "#ffffff", "#16191d"),
        ("ink", "#1f2328", "#e6e8eb"),
        ("muted", "#57606a", "#a0a8b2"),
        ("grid", "#e3e6ea", "#30363d"),
        ("good", "#1a5fa8", "#6cb4ff"),
        ("bad", "#b42318", "#ff8f7d"),
        ("on-strong", "#ffffff", "#10151b"),
        ("1", "#3f90da", "#5aa6ea"),
        ("2", "#ffa90e", "#ffa90e"),
        ("3", "#bd1f01", "#f2553a"),
        ("4", "#94a4a2", "#b3c2c0"),
        ("5", "#832db6", "#b96ee6"),
        ("6", "#a96b59", "#c08472"),
        ("7", "#e76300", "#ff7f24"),
        ("8", "#b9ac70", "#cfc283"),
        ("9", "#717581", "#8b90a0"),
        ("10", "#92dadd", "#92dadd"),
    ];

    private static readonly FrozenDictionary<string, string> _light = _variables.ToFrozenDictionary(v => $"var(--chart-{v.Name})", v => v.Light);

    private static readonly FrozenDictionary<string, string> _dark = _variables.ToFrozenDictionary(v => $"var(--chart-{v.Name})", v => v.Dark);

    /// <summary>Gets the rules that a page with <see cref="SvgPicture.ToInlineSvg"/> lays into its style once.</summary>
    /// <value>Variables on the root, light or dark as the reader prefers or as <c>data-theme</c> says; always light on paper.</value>
    public static string PageCss { get; } = Css(":root")
        + $":root[data-theme=light]{{{Rules(light: true)}}}\n@media screen{{:root[data-theme=dark]{{{Rules(light: false)}}}}}\n.chart{{max-width:100%;height:auto}}\n";

    /// <summary>The variable of a series' colour.</summary>
    internal static string Series(int number) => $"var(--chart-{number % SeriesCount + 1})";

    /// <summary>A variable's value in one theme; other texts are returned as they are.</summary>
    internal static string Resolve(string colour, ChartTheme theme) => (theme == ChartTheme.Light ? _light : _dark).GetValueOrDefault(colour, colour);

    /// <summary>The rules that define the variables on what a selector names.</summary>
    internal static string Css(string selector) => new StringBuilder()
        .Append(selector).Append('{').Append(Rules(light: true)).Append("}\n@media screen and (prefers-color-scheme: dark){")
        .Append(selector).Append('{').Append(Rules(light: false)).Append("}}\n").ToString();

    private static string Rules(bool light) => string.Join(';', _variables.Select(v => $"--chart-{v.Name}:{(light ? v.Light : v.Dark)}"));
}
