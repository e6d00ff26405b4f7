using Microsoft.Playwright;
using MlNetDigits.Browsing;

namespace MlNetDigits.Web.Tests.Browser;

[Collection(BrowserGroup.Name)]
public sealed class EditingTests(Chromium browser, PageService service)
{
    [BrowserFact]
    public async Task Undo_AfterTwoStrokes_TakesThemBackOneByOne()
    {
        await using var page = await DrawingPage.OpenAsync(browser, service);
        await page.DrawAsync(4);
        await page.ExpectSheetAsync("2 strokes");

        await page.Button("Undo").ClickAsync();
        await page.ExpectSheetAsync("1 stroke");
        await page.ExpectAnyDigitAsync();
        await page.Page.Keyboard.PressAsync("Control+z");

        await page.ExpectSheetAsync("No strokes");
        await page.ExpectNoDigitAsync();
        await Assertions.Expect(page.Button("Undo")).ToBeDisabledAsync();
    }

    [BrowserFact]
    public async Task Redo_AfterUndo_BringsTheStrokeAndItsAnswerAgain()
    {
        await using var page = await DrawingPage.OpenAsync(browser, service);
        await page.DrawAsync(0);
        await page.ExpectDigitAsync(0);
        await page.Button("Undo").ClickAsync();
        await page.ExpectNoDigitAsync();

        await page.Page.Keyboard.PressAsync("Control+y");

        await page.ExpectDigitAsync(0);
        await Assertions.Expect(page.Button("Redo")).ToBeDisabledAsync();
    }

    [BrowserFact]
    public async Task Clear_Drawing_LeavesABlankSheetThatUndoFillsAgain()
    {
        await using var page = await DrawingPage.OpenAsync(browser, service);
        await page.DrawAsync(0);
        await page.ExpectDigitAsync(0);

        await page.Button("Clear").ClickAsync();

        await page.ExpectNoDigitAsync();
        await page.ExpectSheetAsync("No strokes");
        await page.Button("Undo").ClickAsync();
        await page.ExpectDigitAsync(0);
    }

    [BrowserFact]
    public async Task Clear_WhileAnAnswerIsUnderWay_IsNotOvertakenByIt()
    {
        var answered = new TaskCompletionSource();
        var isCleared = new TaskCompletionSource();
        await using var page = await DrawingPage.OpenAsync(browser, service, prepare: page => page.RouteAsync("**/v1/predict*", async route =>
        {
            var answer = await route.FetchAsync();
            await isCleared.Task;
            await Ignore(() => route.FulfillAsync(new RouteFulfillOptions { Response = answer }));
            answered.TrySetResult();
        }));
        await page.DrawAsync(0);

        await page.Button("Clear").ClickAsync();
        isCleared.SetResult();
        await answered.Task;
        await page.Page.EvaluateAsync("() => new Promise(done => setTimeout(done, 300))");

        await page.ExpectNoDigitAsync();
    }

    // The page gives up a request that it no longer needs.
    private static async Task Ignore(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (PlaywrightException)
        {
        }
    }
}
