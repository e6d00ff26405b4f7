using Microsoft.Playwright;
using MlNetDigits.Browsing;
using MlNetDigits.Recognition;

namespace MlNetDigits.Web.Tests.Browser;

[Collection(BrowserGroup.Name)]
public sealed class ReadingTests(Chromium browser)
{
    [ReadingTheory]
    [InlineData("Medium", 0, 0, 1, ColorScheme.Light)]
    [InlineData("Thick", 0, 0, 1, ColorScheme.Light)]
    [InlineData("Thin", 0.72, 0.7, 0.25, ColorScheme.Light)]
    [InlineData("Thin", 0.05, 0.05, 0.13, ColorScheme.Dark)]
    public async Task Draw_TenDigits_ReadsEach(string pen, double left, double top, double size, ColorScheme scheme)
    {
        using var service = new PageService(("Digits:Models:robust", ShippedModels.Find()!), ("Digits:DefaultModel", "robust"));
        await using var page = await DrawingPage.OpenAsync(browser, service, new BrowserNewPageOptions { ColorScheme = scheme });
        await page.Page.GetByRole(AriaRole.Radio, new PageGetByRoleOptions { Name = pen }).CheckAsync(new LocatorCheckOptions { Force = true });

        for (var digit = 0; digit < 10; digit++)
        {
            await page.DrawAsync(digit, new DrawingPlace(left, top, size));
            await page.ExpectDigitAsync(digit);
            await page.Button("Clear").ClickAsync();
            await page.ExpectNoDigitAsync();
        }
    }
}
