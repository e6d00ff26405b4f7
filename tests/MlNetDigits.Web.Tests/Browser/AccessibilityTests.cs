using System.Text.RegularExpressions;
using Microsoft.Playwright;
using MlNetDigits.Browsing;

namespace MlNetDigits.Web.Tests.Browser;

[Collection(BrowserGroup.Name)]
public sealed class AccessibilityTests(Chromium browser, PageService service)
{
    [BrowserFact]
    public async Task Tree_OfTheBlankPage_NamesEveryPart()
    {
        await using var page = await DrawingPage.OpenAsync(browser, service);

        await Assertions.Expect(page.Page.Locator("body")).ToMatchAriaSnapshotAsync("""
            - banner:
              - heading "Draw digits" [level=1]
            - main:
              - region "Your drawing":
                - heading "Your drawing" [level=2]
                - application "No strokes"
                - group "Change the drawing":
                  - button "Undo" [disabled]
                  - button "Redo" [disabled]
                  - button "Clear" [disabled]
                - group "Pen":
                  - radio "Thin"
                  - radio "Medium" [checked]
                  - radio "Thick"
                - button "Open a picture"
              - region "What the network reads":
                - heading "What the network reads" [level=2]
                - figure "What the network sees":
                  - img "No input yet"
                - img "No answer yet"
                - list "Probability of each digit"
                - combobox "Model"
                - combobox "beside"
            """);
    }

    [BrowserFact]
    public async Task Tree_OfADrawing_TellsAnswerAndProbabilities()
    {
        await using var page = await DrawingPage.OpenAsync(browser, service);

        await page.DrawAsync(0);
        await page.ExpectDigitAsync(0);

        var reading = page.Page.GetByRole(AriaRole.Region, new PageGetByRoleOptions { Name = "What the network reads" });
        await Assertions.Expect(reading.GetByRole(AriaRole.Img, new LocatorGetByRoleOptions { Name = "Answer: 0" })).ToBeVisibleAsync();
        await Assertions.Expect(reading.GetByRole(AriaRole.Img, new LocatorGetByRoleOptions { Name = "The drawing as 28 by 28 pixels" })).ToBeVisibleAsync();
        var bars = reading.GetByRole(AriaRole.List, new LocatorGetByRoleOptions { Name = "Probability of each digit" }).GetByRole(AriaRole.Listitem);
        await Assertions.Expect(bars).ToHaveTextAsync([.. Enumerable.Range(0, 10).Select(digit => new Regex($"^{digit}: .*%$"))]);
    }

    [BrowserFact]
    public async Task Tab_ThroughThePage_ReachesEveryControlWithAVisibleFocus()
    {
        await using var page = await DrawingPage.OpenAsync(browser, service);
        await page.DrawAsync(0);
        await page.ExpectDigitAsync(0);
        // Away from the sheet and back, as a mouse's focus is not outlined.
        await page.Page.Keyboard.PressAsync("Tab");
        await page.Page.Keyboard.PressAsync("Shift+Tab");
        List<string> reached = [];

        for (var i = 0; i < 8; i++)
        {
            reached.Add(await page.Page.EvaluateAsync<string>("() => { const e = document.activeElement; const o = getComputedStyle(e.closest('.pen') ?? e); return `${e.id || e.name || e.tagName.toLowerCase()} ${o.outlineStyle}`; }"));
            await page.Page.Keyboard.PressAsync("Tab");
        }

        Assert.Equal(["sheet solid", "undo solid", "clear solid", "pen solid", "open solid", "model solid", "rival solid", "summary solid"], reached);
    }
}
