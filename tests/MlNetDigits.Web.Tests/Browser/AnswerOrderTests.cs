using System.Diagnostics;
using Microsoft.Playwright;
using MlNetDigits.Browsing;

namespace MlNetDigits.Web.Tests.Browser;

[Collection(BrowserGroup.Name)]
public sealed class AnswerOrderTests(Chromium browser, PageService service)
{
    [BrowserFact]
    public async Task Answer_LateAndOld_IsDropped()
    {
        var isNewerShown = new TaskCompletionSource();
        var isOldAnswered = new TaskCompletionSource();
        var requests = 0;
        await using var page = await DrawingPage.OpenAsync(browser, service, prepare: page => page.RouteAsync("**/v1/predict*", async route =>
        {
            if (Interlocked.Increment(ref requests) > 1)
            {
                await route.ContinueAsync();
                return;
            }

            await isNewerShown.Task;
            await route.FulfillAsync(new RouteFulfillOptions { Json = new { model = "small", digit = 9, confidence = 1, probabilities = new[] { 0, 0, 0, 0, 0, 0, 0, 0, 0, 1 }, pixels = new int[784] } });
            isOldAnswered.SetResult();
        }));

        await page.DrawAsync(0);
        await page.ExpectDigitAsync(0);
        isNewerShown.SetResult();
        await isOldAnswered.Task;
        await page.Page.EvaluateAsync("() => new Promise(done => setTimeout(done, 300))");

        await page.ExpectDigitAsync(0);
    }

    [BrowserFact]
    public async Task Answer_Busy_IsAskedForAgainAfterTheTimeThatTheServiceNames()
    {
        var isNoticeSeen = new TaskCompletionSource();
        var clock = new Stopwatch();
        var pause = TimeSpan.Zero;
        var requests = 0;
        await using var page = await DrawingPage.OpenAsync(browser, service, prepare: page => page.RouteAsync("**/v1/predict*", async route =>
        {
            // Two may be under way before the first is refused.
            if (Interlocked.Increment(ref requests) > 2)
            {
                if (pause == TimeSpan.Zero)
                    pause = clock.Elapsed;
                // The answer hides the notice.
                await isNoticeSeen.Task;
                await route.ContinueAsync();
                return;
            }

            // Before the page knows of it, so that no delay of the machine shortens the pause.
            clock.Start();
            await route.FulfillAsync(new RouteFulfillOptions { Status = 429, Headers = new Dictionary<string, string> { ["Retry-After"] = "2" }, ContentType = "application/problem+json", Body = """{"status": 429, "code": "busy"}""" });
        }));

        await page.StrokeAsync([(0.5, 0.2)]);
        await page.ExpectNoticeAsync("The service is busy. Asking again in 2 s.");
        isNoticeSeen.SetResult();

        await page.ExpectAnyDigitAsync();
        await Assertions.Expect(page.Notice).ToBeHiddenAsync();
        Assert.True(pause >= TimeSpan.FromSeconds(1.9), $"asked again after {pause}");
    }

    [BrowserFact]
    public async Task Answer_ServiceAway_IsAskedForUntilItComes()
    {
        var isAway = true;
        await using var page = await DrawingPage.OpenAsync(browser, service, prepare: page => page.RouteAsync("**/v1/predict*", route => isAway ? route.AbortAsync("connectionrefused") : route.ContinueAsync()));
        await page.DrawAsync(0);
        await page.ExpectNoticeAsync("The service does not answer. Asking again in \\d+ s.");

        isAway = false;

        await page.ExpectDigitAsync(0);
        await Assertions.Expect(page.Notice).ToBeHiddenAsync();
    }
}
