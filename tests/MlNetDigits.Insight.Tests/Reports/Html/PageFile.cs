using Microsoft.Playwright;
using MlNetDigits.Browsing;
using MlNetDigits.Reports.Html;

namespace MlNetDigits.Tests.Reports.Html;

/// <summary>A report opened in a browser from its file, with what it asked for and complained of.</summary>
internal sealed class PageFile : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();

    private PageFile(IPage page) => Page = page;

    public IPage Page { get; }

    /// <summary>Gets requests other than of the page itself and of embedded data.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>Gets what the console and the script said; a broken policy says so too.</summary>
    public List<string> Complaints { get; } = [];

    public static async Task<PageFile> OpenAsync(Chromium browser, HtmlReport report, BrowserNewPageOptions? options = null)
    {
        var file = new PageFile(await browser.OpenAsync(options));
        string path = file._folder.File(HtmlReport.Name);
        File.WriteAllText(path, report.ToHtml());
        file.Page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith("data:", StringComparison.Ordinal) && request.Url != new Uri(path).AbsoluteUri) file.Requests.Add(request.Url);
        };
        file.Page.Console += (_, message) => file.Complaints.Add(message.Text);
        file.Page.PageError += (_, error) => file.Complaints.Add(error);
        await file.Page.GotoAsync(new Uri(path).AbsoluteUri);
        return file;
    }

    public async ValueTask DisposeAsync()
    {
        await Page.CloseAsync();
        _folder.Dispose();
    }
}
