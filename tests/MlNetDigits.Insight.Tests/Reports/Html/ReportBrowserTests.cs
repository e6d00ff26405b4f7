using Microsoft.Playwright;
using MlNetDigits.Browsing;
using MlNetDigits.Reports.Html;

namespace MlNetDigits.Tests.Reports.Html;

public sealed class ReportBrowserTests(Chromium browser) : IClassFixture<Chromium>
{
    [BrowserFact]
    public async Task Open_Report_AsksForNothingAndComplainsOfNothing()
    {
        await using PageFile file = await PageFile.OpenAsync(browser, SamplePage.Create());

        await file.Page.Locator("#cell .digit img[src]").First.WaitForAsync();

        Assert.Empty(file.Requests);
        Assert.Empty(file.Complaints);
    }

    [BrowserFact]
    public async Task Click_Cell_ShowsItsImagesWithTheirLikeliestClasses()
    {
        HtmlReport report = SamplePage.Create();
        await using PageFile file = await PageFile.OpenAsync(browser, report);
        int mistake = Enumerable.Range(0, SamplePage.Images).First(image => !report.Images.IsCorrect(image));
        int truth = report.Images.Labels[mistake], predicted = report.Images.PredictedClasses[mistake];

        await Cell(file, truth, predicted).ClickAsync();

        Assert.Equal($"{truth} recognized as {predicted}", await file.Page.Locator("#cell h3").TextContentAsync());
        Assert.Equal(report.Evaluation.Confusion[truth][predicted], await file.Page.Locator("#cell .digit").CountAsync());
        Assert.Equal($"{predicted}", await file.Page.Locator("#cell .digit").First.Locator("li span").First.TextContentAsync());
    }

    [BrowserFact]
    public async Task Click_Cell_DrawsThePixelsOfItsImage()
    {
        HtmlReport report = SamplePage.Create();
        await using PageFile file = await PageFile.OpenAsync(browser, report);
        await Cell(file, 7, 7).ClickAsync();
        ILocator first = file.Page.Locator("#cell .digit").First;
        await first.Locator("img[src]").WaitForAsync();
        int index = int.Parse((await first.Locator("small").TextContentAsync())![1..]);

        int[] drawn = await first.Locator("img").EvaluateAsync<int[]>("""
            async image => {
              await image.decode();
              const context = Object.assign(document.createElement('canvas'), { width: 28, height: 28 }).getContext('2d');
              context.drawImage(image, 0, 0);
              return [...context.getImageData(0, 0, 28, 28).data].filter((_, i) => i % 4 === 0);
            }
            """);

        Assert.Equal(report.Images.PixelsOf(index).ToArray().Select(pixel => (int)pixel), drawn);
    }

    [BrowserFact]
    public async Task Press_Arrows_MoveAmongCellsAndStopAtTheEdge()
    {
        await using PageFile file = await PageFile.OpenAsync(browser, SamplePage.Create());
        await Cell(file, 0, 0).ClickAsync();

        foreach (string key in (string[])["ArrowLeft", "ArrowRight", "ArrowDown", "ArrowDown", "End", "ArrowRight"])
            await file.Page.Keyboard.PressAsync(key);

        ILocator focused = file.Page.Locator(":focus");
        Assert.Equal("2 9", $"{await focused.GetAttributeAsync("data-true")} {await focused.GetAttributeAsync("data-predicted")}");
        Assert.Equal("true", await focused.GetAttributeAsync("aria-pressed"));
        Assert.Equal("2 recognized as 9", await file.Page.Locator("#cell h3").TextContentAsync());
        Assert.Equal(1, await file.Page.Locator(".confusion [tabindex='0']").CountAsync());
    }

    [BrowserFact]
    public async Task Point_AtAMark_ShowsItsImage()
    {
        HtmlReport report = SamplePage.Create();
        await using PageFile file = await PageFile.OpenAsync(browser, report);
        await file.Page.Locator(".map .chart-box").FocusAsync();

        await file.Page.Keyboard.PressAsync("ArrowRight");
        await file.Page.Keyboard.PressAsync("ArrowRight");

        Assert.Equal(1, await file.Page.Locator("#point .digit img[src]").CountAsync());
        Assert.Equal(1, await file.Page.Locator(".map .marked").CountAsync());
    }

    [BrowserTheory]
    [InlineData(ColorScheme.Light, Media.Screen, "rgb(255, 255, 255)")]
    [InlineData(ColorScheme.Dark, Media.Screen, "rgb(22, 25, 29)")]
    [InlineData(ColorScheme.Dark, Media.Print, "rgb(255, 255, 255)")]
    public async Task Open_InATheme_HasItsColours(ColorScheme scheme, Media media, string background)
    {
        await using PageFile file = await PageFile.OpenAsync(browser, SamplePage.Create());

        await file.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme, Media = media });

        Assert.Equal(background, await file.Page.Locator("#figures").EvaluateAsync<string>("element => getComputedStyle(element).backgroundColor"));
        Assert.Equal(media == Media.Screen, await file.Page.Locator("nav").IsVisibleAsync());
    }

    [BrowserFact]
    public async Task Click_Theme_ChangesItWithoutTheSystem()
    {
        await using PageFile file = await PageFile.OpenAsync(browser, SamplePage.Create(), new BrowserNewPageOptions { ColorScheme = ColorScheme.Light });

        await file.Page.Locator("#theme").ClickAsync();
        await file.Page.Locator("#theme").ClickAsync();

        Assert.Equal("Theme: dark", await file.Page.Locator("#theme").TextContentAsync());
        Assert.Equal("rgb(22, 25, 29)", await file.Page.Locator("#figures").EvaluateAsync<string>("element => getComputedStyle(element).backgroundColor"));
    }

    [BrowserTheory]
    [InlineData(360, false)]
    [InlineData(360, true)]
    [InlineData(1280, true)]
    public async Task Open_OfAWidth_NeedsNoSidewaysScroll(int width, bool isLong)
    {
        HtmlReport report = SamplePage.Create(isLong ? SamplePage.Long : SamplePage.Digits);

        await using PageFile file = await PageFile.OpenAsync(browser, report, new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = width, Height = 740 } });

        Assert.Equal(width, await file.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    [BrowserFact]
    public async Task Open_PerfectScore_ShowsHits()
    {
        await using PageFile file = await PageFile.OpenAsync(browser, SamplePage.Create(isPerfect: true));

        Assert.Equal("0, recognized", await file.Page.Locator("#cell h3").TextContentAsync());
        Assert.Equal(0, await file.Page.Locator("#mistakes .digit").CountAsync());
        Assert.Empty(file.Complaints);
    }

    private static ILocator Cell(PageFile file, int truth, int predicted) => file.Page.Locator($".confusion [data-true='{truth}'][data-predicted='{predicted}']");
}
