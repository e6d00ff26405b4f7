using System.Text.Json.Nodes;
using Microsoft.Playwright;
using MlNetDigits.Browsing;

namespace MlNetDigits.Web.Tests.Browser;

[Collection(BrowserGroup.Name)]
public sealed class FeedbackTests(Chromium browser)
{
    [BrowserFact]
    public async Task Wrong_WithTheRightDigit_IsKept()
    {
        using var folder = new TemporaryFolder();
        using var service = new PageService(("Digits:FeedbackFile", folder.File("feedback.db")));
        await using var page = await DrawingPage.OpenAsync(browser, service);
        await page.DrawAsync(1);
        await page.ExpectDigitAsync(1);

        await page.Button("That's wrong").ClickAsync();
        var sent = page.Page.WaitForRequestAsync("**/v1/feedback");
        await page.Button("7").ClickAsync();

        await Assertions.Expect(page.Page.Locator("#feedback")).ToHaveTextAsync("Thank you. It is kept as a 7, to learn from.");
        var body = JsonNode.Parse((await sent).PostData!)!;
        Assert.Equal((7, "small", 784), ((int)body["label"]!, (string?)body["model"], body["pixels"]!.AsArray().Count));
        Assert.Equal(201, (await (await sent).ResponseAsync())!.Status);
    }
}
