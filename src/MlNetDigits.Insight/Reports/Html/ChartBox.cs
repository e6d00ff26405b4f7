using MlNetDigits.Charts;

namespace MlNetDigits.Reports.Html;

/// <summary>A chart laid into the page; where the window is narrower than it can be read, the chart scrolls and not the page.</summary>
internal static class ChartBox
{
    public static Markup Of(SvgPicture picture) => Markup.Of($"""
        <div class="chart-box" role="group" aria-label="{picture.Title}" tabindex="0">
        {Markup.Trusted(picture.ToInlineSvg())}</div>

        """);
}
