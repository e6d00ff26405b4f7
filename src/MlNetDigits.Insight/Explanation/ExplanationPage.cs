using System.Globalization;
using System.Net;
using System.Text;
using MlNetDigits.Charts;
using MlNetDigits.Images;

namespace MlNetDigits.Explanation;

/// <summary>Writes an explanation as one HTML page that needs no other file and no network.</summary>
public static class ExplanationPage
{
    private const string Css = """
        body{margin:0;background:var(--chart-surface);color:var(--chart-ink);font:16px/1.5 system-ui,sans-serif}
        main{max-width:60rem;margin:0 auto;padding:1.5rem 1rem 4rem}
        h1{font-size:1.5rem;overflow-wrap:anywhere}h2{font-size:1.1rem;margin:2rem 0 .25rem;overflow-wrap:anywhere}
        p{margin:.25rem 0}.note{color:var(--chart-muted)}
        .tiles{display:flex;flex-wrap:wrap;gap:.5rem;margin:.5rem 0 0;padding:0;list-style:none}
        figure{margin:0;text-align:center;font-size:.85rem}
        img{display:block;image-rendering:pixelated;border:1px solid var(--chart-grid)}
        table{border-collapse:collapse;margin-top:.75rem;font-variant-numeric:tabular-nums}
        th,td{padding:.1rem .75rem .1rem 0;text-align:left;font-weight:normal}td:last-child{width:12rem}
        .bar{display:block;height:.7rem;background:var(--chart-1)}
        @media print{section{break-inside:avoid}}
        """;

    /// <summary>Writes the page.</summary>
    /// <param name="explanation">The explanation.</param>
    /// <param name="name">What the image is called, such as its file's name.</param>
    /// <returns>A whole HTML document, light or dark as the reader's system prefers.</returns>
    public static string Write(DigitExplanation explanation, string name)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var html = new StringBuilder("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.Append(CultureInfo.InvariantCulture, $"<title>{Escape(name)} explained</title>\n<style>\n{ChartColours.PageCss}{Css}\n</style>\n</head>\n<body>\n<main>\n<h1>What the model sees in {Escape(name)}</h1>\n");
        foreach (string sentence in ExplanationText.Sentences(explanation)) html.Append("<p>").Append(Escape(sentence)).Append("</p>\n");
        WriteProbabilities(html, explanation.Top);
        foreach ((ImageSection section, string note) in ExplanationSheet.Sections(explanation)) WriteSection(html, section, note);
        return html.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static void WriteProbabilities(StringBuilder html, IReadOnlyList<ClassScore> scores)
    {
        html.Append("<table>\n<thead><tr><th scope=\"col\">class</th><th scope=\"col\">probability</th><th></th></tr></thead>\n<tbody>\n");
        foreach (ClassScore score in scores)
            html.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{Escape(score.Name)}</th><td>{ExplanationSections.Percent(score.Probability)}</td><td><span class=\"bar\" style=\"width:{score.Probability * 100:F2}%\"></span></td></tr>\n");
        html.Append("</tbody>\n</table>\n");
    }

    private static void WriteSection(StringBuilder html, ImageSection section, string note)
    {
        html.Append("<section>\n<h2>").Append(Escape(section.Heading)).Append("</h2>\n");
        if (note.Length > 0) html.Append("<p class=\"note\">").Append(Escape(note)).Append("</p>\n");
        html.Append("<ul class=\"tiles\">\n");
        foreach (ImageTile tile in section.Tiles)
        {
            string text = tile.Tooltip ?? tile.Caption;
            string caption = tile.Caption.Length > 0 ? $"<figcaption>{Escape(tile.Caption)}</figcaption>" : "";
            double scale = section.TileSize / Math.Max(tile.Width, tile.Height);
            html.Append(CultureInfo.InvariantCulture, $"<li><figure><img src=\"{PngEncoder.ToDataUri(tile.Png)}\" width=\"{tile.Width * scale:0}\" height=\"{tile.Height * scale:0}\" alt=\"{Escape(text)}\" title=\"{Escape(text)}\">{caption}</figure></li>\n");
        }

        html.Append("</ul>\n</section>\n");
    }

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
