namespace MlNetDigits.Reports.Html;

/// <summary>The whole page around its sections: head with policy and style, contents, sections, data and script.</summary>
internal static class PageLayout
{
    public static Markup Create(string title, Markup subtitle, IReadOnlyList<ReportSection> sections, Markup data) => Markup.Of($"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="{PageAssets.Policy}">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{title}</title>
        <link rel="icon" href="data:,">
        <style>{Markup.Trusted(PageAssets.Style)}</style>
        </head>
        <body>
        <a class="skip" href="#{sections[0].Id}">Skip to the figures</a>
        <header>
        <div><h1>{title}</h1>
        <p class="subtitle">{subtitle}</p></div>
        <button type="button" id="theme" hidden>Theme: <span>system</span></button>
        </header>
        <nav aria-label="Contents"><ul>
        {sections.Select(section => Markup.Of($"<li><a href=\"#{section.Id}\">{section.Title}</a></li>\n"))}</ul></nav>
        <main>
        {sections.Select(Section)}</main>
        <footer>Made by MlNetDigits {typeof(PageLayout).Assembly.GetName().Version!.ToString(3)}. This page needs no network and no other file.</footer>
        {data}<script>{Markup.Trusted(PageAssets.Script)}</script>
        </body>
        </html>

        """);

    private static Markup Section(ReportSection section) => Markup.Of($"""
        <section id="{section.Id}" aria-labelledby="{section.Id}-title">
        <h2 id="{section.Id}-title">{section.Title}</h2>
        {section.Body}</section>

        """);
}
