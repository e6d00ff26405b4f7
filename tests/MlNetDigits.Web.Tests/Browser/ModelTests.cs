using Microsoft.Playwright;
using MlNetDigits.Browsing;
using MlNetDigits.Tests.Recognition;

namespace MlNetDigits.Web.Tests.Browser;

[Collection(BrowserGroup.Name)]
public sealed class ModelTests(Chromium browser, PageService service)
{
    [BrowserFact]
    public async Task Choose_SecondModel_ShowsBothAnswersBesideEachOther()
    {
        await using var page = await DrawingPage.OpenAsync(browser, service);
        await page.ChooseAsync("beside", "layered");

        await page.DrawAsync(0);

        await page.ExpectDigitAsync(0);
        await Assertions.Expect(page.Page.Locator(".answer__model")).ToHaveTextAsync(["small", "layered"]);
        await Assertions.Expect(page.Page.Locator(".answer:not(.answer--empty)")).ToHaveCountAsync(2);
        await page.Button("Clear").ClickAsync();
        await Assertions.Expect(page.Page.Locator(".answer--empty")).ToHaveCountAsync(2);
    }

    [BrowserFact]
    public async Task Reload_ModelWhileDrawing_FailsNoRequestAndNewModelAnswers()
    {
        using var own = new PageService(("Digits:ReloadInterval", "00:00:00.050"));
        await using var page = await DrawingPage.OpenAsync(browser, own);
        await page.DrawAsync(0);
        await page.ExpectDigitAsync(0);

        NearestMeanModel.SaveOnnx(own.Model + ".new", negated: true);
        File.Move(own.Model + ".new", own.Model, overwrite: true);

        // The new model finds the farthest digit, so a 0 is none any more.
        await page.Page.WaitForFunctionAsync(Redrawn, null, new PageWaitForFunctionOptions { PollingInterval = 200 });
        Assert.DoesNotContain(page.Failures, failure => failure.Contains("/v1/predict", StringComparison.Ordinal));
    }

    private const string Redrawn = """
        () => {
          const label = document.querySelector('.glyph--answer').getAttribute('aria-label');
          if (label !== 'Answer: 0')
            return label.startsWith('Answer');
          document.querySelector('#undo').click();
          document.querySelector('#redo').click();
          return false;
        }
        """;
}
