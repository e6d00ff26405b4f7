using Microsoft.Playwright;
using MlNetDigits.Browsing;

namespace MlNetDigits.Web.Tests.Browser;

[Collection(BrowserGroup.Name)]
public sealed class LayerTests(Chromium browser, PageService service)
{
    [BrowserFact]
    public async Task Layers_OfADrawing_ChangeWithTheStrokeAndGoWithIt()
    {
        await using var page = await DrawingPage.OpenAsync(browser, service);
        await page.ChooseAsync("Model", "layered");
        var maps = page.Page.Locator(".layer__maps").First;
        await page.DrawAsync(1);
        await Assertions.Expect(maps).ToBeVisibleAsync();
        var before = await maps.EvaluateAsync<string>("canvas => canvas.toDataURL()");

        await page.DrawAsync(0);

        await page.Page.WaitForFunctionAsync("before => document.querySelector('.layer__maps').toDataURL() !== before", before);
        await page.Button("Clear").ClickAsync();
        await Assertions.Expect(page.Page.Locator("#layers")).ToBeHiddenAsync();
    }

    [BrowserFact]
    public async Task Layers_OfADrawing_ArePicturesWithNames()
    {
        await using var page = await DrawingPage.OpenAsync(browser, service);
        await page.ChooseAsync("Model", "layered");

        await page.DrawAsync(0);

        await Assertions.Expect(page.Page.GetByRole(AriaRole.Region, new PageGetByRoleOptions { Name = "What lights up inside" })).ToMatchAriaSnapshotAsync("""
            - heading "What lights up inside" [level=2]
            - figure:
              - heading "Layer 1" [level=3]
              - img /\d+ feature maps of \d+ by \d+, \d+ of them lit/
            - figure:
              - heading "Layer 2" [level=3]
            """);
    }

    [BrowserFact]
    public async Task Layers_OfAModelWithout_StayHidden()
    {
        await using var page = await DrawingPage.OpenAsync(browser, service);
        var asked = page.Page.WaitForResponseAsync("**/v1/explain*");

        await page.DrawAsync(0);

        Assert.False((await asked).Ok);
        await page.ExpectDigitAsync(0);
        await Assertions.Expect(page.Page.Locator("#layers")).ToBeHiddenAsync();
        await Assertions.Expect(page.Notice).ToBeHiddenAsync();
    }
}
