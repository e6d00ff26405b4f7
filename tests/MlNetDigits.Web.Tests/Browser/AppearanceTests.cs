using System.Globalization;
using Microsoft.Playwright;
using MlNetDigits.Browsing;

namespace MlNetDigits.Web.Tests.Browser;

[Collection(BrowserGroup.Name)]
public sealed class AppearanceTests(Chromium browser, PageService service)
{
    private const string Contrasts = """
        pairs => {
          const style = getComputedStyle(document.documentElement);
          const light = name => {
            const hex = style.getPropertyValue(name).trim();
            const [r, g, b] = [1, 3, 5].map(i => parseInt(hex.slice(i, i + 2), 16) / 255).map(c => c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
          };
          return pairs.map(pair => pair.split(' ').map(light).sort((a, b) => b - a)).map(([a, b]) => (a + 0.05) / (b + 0.05));
        }
        """;

    [BrowserTheory]
    [InlineData(360, "")]
    [InlineData(360, "layered")]
    [InlineData(900, "layered")]
    [InlineData(1920, "layered")]
    public async Task Open_OfAWidth_NeedsNoSidewaysScroll(int width, string rival)
    {
        await using var page = await DrawingPage.OpenAsync(browser, service, new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = width, Height = 740 } });
        await page.ChooseAsync("beside", rival);

        await page.DrawAsync(0);
        await page.ExpectDigitAsync(0);

        Assert.Equal(width, await page.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    [BrowserTheory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Open_InAScheme_HasTextThatStandsOut(ColorScheme scheme)
    {
        await using var page = await DrawingPage.OpenAsync(browser, service, new BrowserNewPageOptions { ColorScheme = scheme });

        // Source of the least contrast of text, 4.5: Web Content Accessibility Guidelines 2.2, criterion 1.4.3.
        string[] pairs = ["--text --paper", "--text --button", "--quiet --paper", "--mark --paper", "--ink --sheet", "--focus --paper"];
        var contrasts = await page.Page.EvaluateAsync<double[]>(Contrasts, pairs);

        Assert.All(contrasts.Zip(pairs), contrast => Assert.True(contrast.First >= 4.5, string.Create(CultureInfo.InvariantCulture, $"{contrast.Second}: {contrast.First:0.0}")));
    }

    [BrowserTheory]
    [InlineData(ReducedMotion.NoPreference, "write")]
    [InlineData(ReducedMotion.Reduce, "none")]
    public async Task Answer_Written_MovesOnlyWhereWanted(ReducedMotion motion, string animation)
    {
        await using var page = await DrawingPage.OpenAsync(browser, service, new BrowserNewPageOptions { ReducedMotion = motion });

        await page.DrawAsync(0);
        await page.ExpectDigitAsync(0);

        await Assertions.Expect(page.Page.Locator(".glyph--answer path").First).ToHaveCSSAsync("animation-name", animation);
    }

    [BrowserFact]
    public async Task Sheet_OnADenseScreen_HasAPixelForEachOfTheScreens()
    {
        await using var page = await DrawingPage.OpenAsync(browser, service, new BrowserNewPageOptions { DeviceScaleFactor = 2 });

        await page.DrawAsync(1);

        Assert.Equal(2, await page.Sheet.EvaluateAsync<double>("canvas => canvas.width / canvas.clientWidth"), 2);
    }
}
