using System.Text.RegularExpressions;
using Microsoft.Playwright;
using MlNetDigits.Browsing;

namespace MlNetDigits.Web.Tests.Browser;

/// <summary>The page in a browser, as a person uses it.</summary>
internal sealed class DrawingPage : IAsyncDisposable
{
    // Keeps all that the live region and the notice say, as the next sentence may come soon.
    private const string Listen = """
        window.said = [];
        window.noticed = [];
        addEventListener('DOMContentLoaded', () => {
          for (const [selector, kept] of [['#announcer', said], ['#notice', noticed]]) {
            const region = document.querySelector(selector);
            new MutationObserver(() => kept.push(region.textContent)).observe(region, { childList: true });
          }
        });
        """;

    private DrawingPage(IPage page, Uri address)
    {
        Page = page;
        page.Console += (_, message) => Keep(message.Type == "error", Complaints, message.Text);
        page.PageError += (_, error) => Keep(true, Complaints, error);
        page.Request += (_, request) => Keep(new Uri(request.Url).Authority != address.Authority, Elsewhere, request.Url);
        page.Response += (_, response) => Keep(response.Status >= 400, Failures, $"{response.Status} {response.Url}");
    }

    public IPage Page { get; }

    /// <summary>Errors in the browser's console.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>Requests to another origin.</summary>
    public List<string> Elsewhere { get; } = [];

    /// <summary>Answers with an error.</summary>
    public List<string> Failures { get; } = [];

    public ILocator Sheet => Page.Locator("#sheet");

    public ILocator Notice => Page.Locator("#notice");

    public static async Task<DrawingPage> OpenAsync(Chromium browser, PageService service, BrowserNewPageOptions? options = null, Func<IPage, Task>? prepare = null)
    {
        var page = new DrawingPage(await browser.OpenAsync(options), service.Address);
        await page.Page.AddInitScriptAsync(Listen);
        if (prepare is not null)
            await prepare(page.Page);
        await page.Page.GotoAsync(service.Address.AbsoluteUri);
        // The models are known, so that drawings are read from now on.
        await Assertions.Expect(page.Page.Locator(".answer")).ToHaveCountAsync(1);
        return page;
    }

    public Task DrawAsync(int digit) => DrawAsync(digit, DrawingPlace.Whole);

    public async Task DrawAsync(int digit, DrawingPlace place)
    {
        foreach (var stroke in HandDrawing.Strokes(digit, place))
            await StrokeAsync(stroke);
    }

    /// <summary>Draws one stroke with the mouse.</summary>
    /// <param name="points">Shares of the sheet's height, in the square in its middle.</param>
    /// <param name="isLifted">Whether the button is let go at the end.</param>
    public async Task StrokeAsync((double X, double Y)[] points, bool isLifted = true)
    {
        var places = await PlacesAsync(points);
        await Page.Mouse.MoveAsync(places[0].X, places[0].Y);
        await Page.Mouse.DownAsync();
        foreach (var (x, y) in places[1..])
            await Page.Mouse.MoveAsync(x, y);
        if (isLifted)
            await Page.Mouse.UpAsync();
    }

    /// <summary>Turns shares of the sheet's height, in the square in its middle, into pixels of the window.</summary>
    public async Task<(float X, float Y)[]> PlacesAsync((double X, double Y)[] points)
    {
        var box = (await Sheet.BoundingBoxAsync())!;
        return Array.ConvertAll(points, point => ((float)(box.X + (box.Width / 2) + (box.Height * (point.X - 0.5))), (float)(box.Y + (box.Height * point.Y))));
    }

    /// <summary>Opens a PNG by the page's own button.</summary>
    public async Task OpenPictureAsync(string name, byte[] bytes)
    {
        var dialog = await Page.RunAndWaitForFileChooserAsync(() => Button("Open a picture").ClickAsync());
        await dialog.SetFilesAsync(new FilePayload { Name = name, MimeType = "image/png", Buffer = bytes });
    }

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = name, Exact = true });

    public Task ChooseAsync(string label, string model) => Page.GetByRole(AriaRole.Combobox, new PageGetByRoleOptions { Name = label }).SelectOptionAsync(model);

    /// <summary>Waits until a sentence was told to screen readers, at any time.</summary>
    public Task ExpectSaidAsync(string sentence) => Page.WaitForFunctionAsync("sentence => new RegExp(`^${sentence}$`).test(said.at(-1)) || said.includes(sentence)", sentence);

    /// <summary>Waits until a notice was shown, at any time.</summary>
    public Task ExpectNoticeAsync(string sentence) => Page.WaitForFunctionAsync("sentence => noticed.some(text => new RegExp(`^${sentence}$`).test(text))", sentence);

    public Task ExpectDigitAsync(int digit) => ExpectAnswerAsync($"Answer: {digit}");

    /// <summary>Waits for the words about several digits.</summary>
    public Task ExpectNumberAsync(string words) => Assertions.Expect(Page.Locator(".number__words strong").First).ToHaveTextAsync(words);

    public Task ExpectAnyDigitAsync() => Assertions.Expect(Page.Locator(".answer").First).Not.ToHaveClassAsync(new Regex("answer--empty"));

    public Task ExpectNoDigitAsync() => ExpectAnswerAsync("No answer yet");

    public Task ExpectSheetAsync(string label) => Assertions.Expect(Sheet).ToHaveAttributeAsync("aria-label", label);

    public async ValueTask DisposeAsync() => await Page.CloseAsync();

    public Task ExpectAnswerAsync(string label) => Assertions.Expect(Page.Locator(".glyph--answer").First).ToHaveAttributeAsync("aria-label", label);

    private static void Keep(bool isKept, List<string> list, string text)
    {
        if (isKept)
            list.Add(text);
    }
}
