using Microsoft.Playwright;
using MlNetDigits.Browsing;

namespace MlNetDigits.Web.Tests.Browser;

[Collection(BrowserGroup.Name)]
public sealed class InputTests(Chromium browser, PageService service)
{
    [BrowserFact]
    public async Task Keyboard_ArrowsAndSpace_DrawAOne()
    {
        await using var page = await DrawingPage.OpenAsync(browser, service);
        await page.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Sheet).ToBeFocusedAsync();

        await page.Page.Keyboard.PressAsync("Space");
        await page.ExpectSaidAsync("Pen down, column 15, row 5");
        for (var i = 0; i < 5; i++)
            await page.Page.Keyboard.PressAsync("Shift+ArrowDown");
        await page.Page.Keyboard.PressAsync("Space");

        await page.ExpectDigitAsync(1);
        await page.ExpectSheetAsync("1 stroke");
        await page.Page.Keyboard.PressAsync("Delete");
        await page.ExpectNoDigitAsync();
    }

    [BrowserFact]
    public async Task Keyboard_TwoArrowsAtOnce_DrawSlantwise()
    {
        await using var page = await DrawingPage.OpenAsync(browser, service);
        await page.Sheet.FocusAsync();
        await page.Page.Keyboard.PressAsync("Space");

        await page.Page.Keyboard.DownAsync("ArrowLeft");
        await page.Page.Keyboard.DownAsync("Shift");
        for (var i = 0; i < 6; i++)
            await page.Page.Keyboard.PressAsync("ArrowDown");
        await page.Page.Keyboard.UpAsync("Shift");
        await page.Page.Keyboard.UpAsync("ArrowLeft");
        await page.Page.Keyboard.PressAsync("Escape");

        // 14 and 4 squares from the top left, less half a square and 6 times 2 squares to the left, and 12 squares down.
        await page.ExpectSaidAsync("Pen up, column 2, row 17");
    }

    [BrowserFact]
    public async Task Announcer_AnswerComesRightBehindASentence_TellsBoth()
    {
        await using var page = await DrawingPage.OpenAsync(browser, service);

        await page.Page.EvaluateAsync("""
            async () => {
              const { Announcer } = await import('/js/announcer.js');
              const announcer = new Announcer(document.querySelector('#announcer'));
              announcer.say('Pen up');
              announcer.say('Answer', 20);
            }
            """);

        await page.ExpectSaidAsync("Answer");
        Assert.Equal(["Pen up", "Answer"], await page.Page.EvaluateAsync<string[]>("said"));
    }

    [BrowserFact]
    public async Task Touch_OneFinger_DrawsAndSecondIsIgnored()
    {
        await using var page = await DrawingPage.OpenAsync(browser, service, new BrowserNewPageOptions { HasTouch = true });
        var devices = await page.Page.Context.NewCDPSessionAsync(page.Page);
        var points = await page.PlacesAsync([(0.5, 0.15), (0.5, 0.4), (0.5, 0.65), (0.5, 0.9)]);

        await Touch(devices, "touchStart", points[0]);
        await Touch(devices, "touchMove", points[1]);
        await Touch(devices, "touchStart", points[1], (points[0].X - 80, points[0].Y));
        await Touch(devices, "touchMove", points[2], (points[0].X - 90, points[2].Y));
        await Touch(devices, "touchMove", points[3], (points[0].X - 90, points[3].Y));
        await Touch(devices, "touchEnd");

        await page.ExpectDigitAsync(1);
        await page.ExpectSheetAsync("1 stroke");
    }

    [BrowserFact]
    public async Task Pen_LightAndHeavy_DrawsTheSame()
    {
        await using var page = await DrawingPage.OpenAsync(browser, service);
        var devices = await page.Page.Context.NewCDPSessionAsync(page.Page);
        var points = await page.PlacesAsync([(0.5, 0.15), (0.5, 0.5), (0.5, 0.9)]);
        List<byte[]> sheets = [];

        foreach (var force in (double[])[0.1, 1])
        {
            await Pen(devices, "mousePressed", points[0], force);
            await Pen(devices, "mouseMoved", points[1], force);
            await Pen(devices, "mouseMoved", points[2], force);
            await Pen(devices, "mouseReleased", points[2], force);
            await page.ExpectDigitAsync(1);
            await page.Page.Mouse.MoveAsync(0, 0);
            sheets.Add(await page.Sheet.ScreenshotAsync());
            await page.Button("Clear").ClickAsync();
        }

        Assert.Equal(sheets[0], sheets[1]);
    }

    private static Task Touch(ICDPSession devices, string type, params (float X, float Y)[] points) => devices.SendAsync("Input.dispatchTouchEvent", new Dictionary<string, object>
    {
        ["type"] = type,
        ["touchPoints"] = points.Select((point, id) => new { x = point.X, y = point.Y, id }).ToArray(),
    });

    private static Task Pen(ICDPSession devices, string type, (float X, float Y) point, double force) => devices.SendAsync("Input.dispatchMouseEvent", new Dictionary<string, object>
    {
        ["type"] = type,
        ["x"] = point.X,
        ["y"] = point.Y,
        ["button"] = "left",
        ["buttons"] = type == "mouseReleased" ? 0 : 1,
        ["clickCount"] = 1,
        ["pointerType"] = "pen",
        ["force"] = force,
    });
}
