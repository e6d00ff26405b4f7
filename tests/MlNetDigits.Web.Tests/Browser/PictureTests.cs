using System.Text.RegularExpressions;
using Microsoft.Playwright;
using MlNetDigits.Browsing;
using MlNetDigits.Web.Tests.Hosting;

namespace MlNetDigits.Web.Tests.Browser;

[Collection(BrowserGroup.Name)]
public sealed class PictureTests(Chromium browser, PageService service)
{
    private const string Transfer = """
        ([type, name, bytes]) => {
          const transfer = new DataTransfer();
          transfer.items.add(new File([Uint8Array.from(atob(bytes), c => c.charCodeAt(0))], name, { type: 'image/png' }));
          const event = type === 'paste'
            ? new ClipboardEvent(type, { clipboardData: transfer, bubbles: true, cancelable: true })
            : new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true });
          document.querySelector('#sheet').dispatchEvent(event);
        }
        """;

    [BrowserTheory]
    [InlineData("paste")]
    [InlineData("drop")]
    public async Task Bring_Picture_IsShownAndRead(string way)
    {
        await using var page = await DrawingPage.OpenAsync(browser, service);

        await page.Page.EvaluateAsync(Transfer, new[] { way, "seven.png", Convert.ToBase64String(Requests.Sample("7-mnist-0.png")) });

        await page.ExpectDigitAsync(7);
        await page.ExpectSheetAsync("Picture seven.png");
        await Assertions.Expect(page.Page.Locator("#hint")).ToBeHiddenAsync();
    }

    [BrowserFact]
    public async Task Open_PictureFile_IsReadUntilAStrokePutsItAway()
    {
        await using var page = await DrawingPage.OpenAsync(browser, service);

        await page.OpenPictureAsync("0-mnist-10.png", Requests.Sample("0-mnist-10.png"));
        await page.ExpectDigitAsync(0);
        await page.DrawAsync(1);

        await page.ExpectDigitAsync(1);
        await page.ExpectSheetAsync("1 stroke");
        await page.Button("Undo").ClickAsync();
        await page.ExpectSheetAsync("Picture 0-mnist-10.png");
    }

    [BrowserFact]
    public async Task Open_FileThatIsNoPicture_SaysSoAndKeepsWorking()
    {
        await using var page = await DrawingPage.OpenAsync(browser, service);

        await page.OpenPictureAsync("notes.png", "no picture"u8.ToArray());

        await Assertions.Expect(page.Notice).ToBeVisibleAsync();
        await page.ExpectNoDigitAsync();
        await page.Button("Clear").ClickAsync();
        await page.DrawAsync(1);
        await page.ExpectDigitAsync(1);
        await Assertions.Expect(page.Notice).ToBeHiddenAsync();
    }

    [BrowserFact]
    public async Task Open_PictureLargerThanTheLimit_IsNotSent()
    {
        await using var page = await DrawingPage.OpenAsync(browser, service);

        await page.Page.EvaluateAsync("""
            () => {
              const transfer = new DataTransfer();
              transfer.items.add(new File([new Uint8Array(9 << 20)], 'huge.png', { type: 'image/png' }));
              document.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer }));
            }
            """);

        await Assertions.Expect(page.Notice).ToHaveTextAsync(new Regex("^huge\\.png has 9\\.0 MB; the service takes up to 8\\.0 MB\\.$"));
        await page.ExpectSheetAsync("No strokes");
        Assert.Empty(page.Failures);
    }
}
