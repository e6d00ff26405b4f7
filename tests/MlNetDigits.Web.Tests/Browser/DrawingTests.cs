using Microsoft.Playwright;
using MlNetDigits.Browsing;
using MlNetDigits.Web.Tests.Hosting;

namespace MlNetDigits.Web.Tests.Browser;

[Collection(BrowserGroup.Name)]
public sealed class DrawingTests(Chromium browser, PageService service)
{
    [BrowserFact]
    public async Task Draw_WithTheMouse_ReadsTheDigitAndSaysIt()
    {
        await using var page = await DrawingPage.OpenAsync(browser, service);

        await page.DrawAsync(0);

        await page.ExpectDigitAsync(0);
        await page.ExpectSaidAsync("zero, \\d+ percent");
        await Assertions.Expect(page.Page.Locator("#feedback")).ToBeHiddenAsync();
    }

    [BrowserFact]
    public async Task Draw_WithAConvolutionalModel_ComplainsOfNothingAndAsksNobodyElse()
    {
        await using var page = await DrawingPage.OpenAsync(browser, service);
        await page.ChooseAsync("Model", "layered");

        await page.DrawAsync(0);

        await page.ExpectAnyDigitAsync();
        await Assertions.Expect(page.Page.Locator("#layers")).ToBeVisibleAsync();
        Assert.Empty(page.Complaints);
        Assert.Empty(page.Failures);
        Assert.Empty(page.Elsewhere);
    }

    [BrowserFact]
    public async Task Draw_BeforeTheButtonIsLetGo_IsReadAlready()
    {
        await using var page = await DrawingPage.OpenAsync(browser, service);

        await page.StrokeAsync(HandDrawing.Strokes(1, DrawingPlace.Whole).Single(), isLifted: false);

        await page.ExpectAnyDigitAsync();
        await page.ExpectSheetAsync("1 stroke");
    }

    [BrowserFact]
    public async Task Open_BlankSheet_AsksForNoPrediction()
    {
        var asked = 0;
        await using var page = await DrawingPage.OpenAsync(browser, service, prepare: page => Count(page, () => asked++));

        await page.DrawAsync(7);
        await page.ExpectAnyDigitAsync();
        await page.Button("Clear").ClickAsync();
        await page.ExpectNoDigitAsync();
        var before = asked;
        await page.Page.ReloadAsync();
        await Assertions.Expect(page.Page.Locator(".answer")).ToHaveCountAsync(1);

        Assert.Equal(before, asked);
        await page.ExpectNoDigitAsync();
        await Assertions.Expect(page.Page.Locator("#raster")).ToHaveAttributeAsync("aria-label", "No input yet");
    }

    [BrowserFact]
    public async Task Bars_OfAnAnswer_AreTheServicesProbabilities()
    {
        await using var page = await DrawingPage.OpenAsync(browser, service);
        await page.OpenPictureAsync("0.png", Requests.Sample("0-mnist-10.png"));
        await page.ExpectDigitAsync(0);

        var first = page.Page.Locator(".bar--first");
        var shares = await page.Page.Locator(".bar__fill").EvaluateAllAsync<double[]>("bars => bars.map(bar => Number(bar.style.getPropertyValue('--share')))");

        Assert.Equal(10, shares.Length);
        Assert.Equal(1, shares.Sum(), 2);
        Assert.Equal(shares.Max(), shares[0]);
        Assert.StartsWith("0:", await first.InnerTextAsync());
    }

    [BrowserFact]
    public async Task Raster_OfAnAnswer_ShowsThePixelsThatTheServiceSent()
    {
        await using var page = await DrawingPage.OpenAsync(browser, service);
        await page.OpenPictureAsync("7.png", Requests.Sample("7-mnist-0.png"));
        await page.ExpectDigitAsync(7);

        var isInked = await page.Page.Locator("#raster").EvaluateAsync<bool[]>("""
            canvas => {
              const data = new Uint32Array(canvas.getContext('2d').getImageData(0, 0, 28, 28).data.buffer);
              return [...data].map(pixel => pixel !== data[0]);
            }
            """);

        // The faintest ink may have the paper's colour.
        Assert.All(isInked.Zip(TestService.Seven), pixel => Assert.True(pixel.Second is > 0 and < 16 || pixel.First == pixel.Second > 0));
        await Assertions.Expect(page.Page.Locator("#raster")).ToHaveAttributeAsync("aria-label", $"The drawing as 28 by 28 pixels, {TestService.Seven.Count(value => value > 0)} of them inked");
    }

    private static Task Count(IPage page, Action count)
    {
        page.Request += (_, request) =>
        {
            if (request.Url.Contains("/v1/predict", StringComparison.Ordinal))
                count();
        };
        return Task.CompletedTask;
    }
}
