using Microsoft.Playwright;
using MlNetDigits.Browsing;
using MlNetDigits.Recognition;
using MlNetDigits.Synthesis;
using MlNetDigits.Web.Tests.Reading;

namespace MlNetDigits.Web.Tests.Browser;

/// <summary>Several digits on the page.</summary>
[Collection(BrowserGroup.Name)]
public sealed class NumberTests(Chromium browser) : IDisposable
{
    private static readonly DrawingPlace[] Places = [.. Enumerable.Range(0, 4).Select(i => new DrawingPlace(-0.24 + (0.37 * i), 0.25, 0.42))];

    private readonly PageService _service = new(("Digits:Models:robust", ShippedModels.Find("robust")!), ("Digits:Models:tiny", ShippedModels.Find("tiny")!), ("Digits:DefaultModel", "robust"));

    public void Dispose() => _service.Dispose();

    [BrowserTheory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task Draw_FourDigits_AreReadAndSaidAndBoxed(int width, ColorScheme scheme)
    {
        await using var page = await DrawingPage.OpenAsync(browser, _service, new BrowserNewPageOptions { ColorScheme = scheme, ViewportSize = new ViewportSize { Width = width, Height = 844 } });

        await Draw(page, 2, 0, 2, 6);

        await page.ExpectNumberAsync("It is 2026.");
        await page.ExpectSaidAsync("2 0 2 6, \\d+ percent");
        await Assertions.Expect(page.Page.Locator(".mark b")).ToHaveTextAsync(["2", "0", "2", "6"]);
        await Assertions.Expect(page.Page.Locator(".seen")).ToBeHiddenAsync();
        Assert.Equal(width, await page.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.Empty(page.Complaints);
    }

    [BrowserFact]
    public async Task Draw_FourDigits_BoxesLieOnThem()
    {
        await using var page = await DrawingPage.OpenAsync(browser, _service);

        await Draw(page, 2, 0, 2, 6);
        await page.ExpectNumberAsync("It is 2026.");

        // All at once, for the boxes are drawn anew with each answer.
        await Assertions.Expect(page.Page.Locator(".mark")).ToHaveCountAsync(Places.Length);
        var boxes = await page.Page.Locator(".mark").EvaluateAllAsync<double[][]>("marks => marks.map(mark => mark.getBoundingClientRect()).map(box => [box.left, box.bottom])");
        for (var i = 0; i < Places.Length; i++)
        {
            var points = await page.PlacesAsync([.. HandDrawing.Strokes("2026"[i] - '0', Places[i]).SelectMany(stroke => stroke)]);
            Assert.InRange(points.Min(point => point.X) - boxes[i][0], 0, 30);
            Assert.InRange(boxes[i][1] - points.Max(point => point.Y), 0, 30);
        }
    }

    [BrowserFact]
    public async Task Undo_SecondOfTwoDigits_ShowsTheFirstAloneAgain()
    {
        await using var page = await DrawingPage.OpenAsync(browser, _service);
        await Draw(page, 7, 1);
        await page.ExpectNumberAsync("It is 71.");

        await page.Button("Undo").ClickAsync();

        await page.ExpectDigitAsync(7);
        await Assertions.Expect(page.Page.Locator(".seen")).ToBeVisibleAsync();
        await Assertions.Expect(page.Page.Locator(".number").First).ToBeHiddenAsync();
        await Assertions.Expect(page.Page.Locator(".mark")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Page.Locator("#layers")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task Draw_UntilThePenIsLifted_StaysOneDigit()
    {
        var one = new { digit = 1, confidence = 0.9, scores = new double[10], box = new { x = 300, y = 100, width = 40, height = 200 } };
        var two = new { lines = new[] { new { text = "11", confidence = 0.9, digits = new[] { one, one }, alternatives = Array.Empty<object>() } }, others = Array.Empty<object>(), width = 672, height = 432 };
        await using var page = await DrawingPage.OpenAsync(browser, _service, prepare: page => page.RouteAsync("**/v1/read*", route => route.FulfillAsync(new RouteFulfillOptions { Json = two })));
        await page.ChooseAsync("Model", "tiny");

        await page.StrokeAsync([(0.5, 0.1), (0.5, 0.5), (0.5, 0.9)], isLifted: false);

        await page.ExpectDigitAsync(1);
        await Assertions.Expect(page.Page.Locator(".number")).ToBeHiddenAsync();
        await page.Page.Mouse.UpAsync();
        await page.ExpectNumberAsync("It is 11.");
    }

    [BrowserFact]
    public async Task Choose_SecondModel_ReadsTheNumberToo()
    {
        await using var page = await DrawingPage.OpenAsync(browser, _service);
        await page.ChooseAsync("beside", "tiny");

        await Draw(page, 4, 0, 3);

        await Assertions.Expect(page.Page.Locator(".number__words strong")).ToHaveTextAsync(["It is 403.", "It is 403."]);
        await Assertions.Expect(page.Page.Locator(".number__model")).ToHaveTextAsync(["robust", "tiny"]);
    }

    [BrowserFact]
    public async Task Open_PictureOfTwoLines_ReadsBothWithABoxForEachDigit()
    {
        SyntheticImage drawn = ReadService.Draw("#####", rows: 2);
        await using var page = await DrawingPage.OpenAsync(browser, _service);

        await page.OpenPictureAsync("numbers.png", ReadService.Png(drawn));

        await page.ExpectNumberAsync("10 digits in 2 lines.");
        await Assertions.Expect(page.Page.Locator(".line__words strong")).ToHaveTextAsync(drawn.Text.Split('\n'));
        await Assertions.Expect(page.Page.Locator(".mark")).ToHaveCountAsync(10);
    }

    [BrowserFact]
    public async Task Tree_OfANumber_TellsEachDigit()
    {
        await using var page = await DrawingPage.OpenAsync(browser, _service);

        await Draw(page, 2, 0, 2, 6);
        await page.ExpectNumberAsync("It is 2026.");

        await Assertions.Expect(page.Page.GetByRole(AriaRole.Region, new PageGetByRoleOptions { Name = "What the network reads" })).ToMatchAriaSnapshotAsync("""
            - paragraph:
              - strong: It is 2026.
            - list "Digits":
              - listitem: /2:.*%/
              - listitem: /0:.*%/
              - listitem: /2:.*%/
              - listitem: /6:.*%/
            """);
    }

    private static async Task Draw(DrawingPage page, params int[] digits)
    {
        for (var i = 0; i < digits.Length; i++)
            await page.DrawAsync(digits[i], Places[i]);
    }
}
