using Microsoft.Playwright;
using MlNetDigits.Browsing;
using MlNetDigits.Tests;
using MlNetDigits.Tests.Recognition;

namespace MlNetDigits.Web.Tests.Browser;

/// <summary>The page of a model that tells what is no digit.</summary>
[Collection(BrowserGroup.Name)]
public sealed class RejectionTests(Chromium browser)
{
    [BrowserFact]
    public async Task Answer_Refused_SaysSoAndOffersDigitsAlone()
    {
        using var folder = new TemporaryFolder();
        using var service = new PageService(("Digits:Models:refusing", FormModels.Get(FormModels.Refusing).Onnx), ("Digits:RejectionThreshold", "1"), ("Digits:FeedbackFile", folder.File("feedback.db")));
        await using var page = await DrawingPage.OpenAsync(browser, service);
        await page.ChooseAsync("Model", "refusing");

        await page.OpenPictureAsync("picture.png", File.ReadAllBytes(FormModels.Get(FormModels.Refusing).Pictures[0]));

        await page.ExpectAnswerAsync("Answer: no digit");
        await Assertions.Expect(page.Page.Locator(".answer__words")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex(@"^That is no digit\. Digit score (> )?\d+\.\d %$"));
        await Assertions.Expect(page.Page.Locator(".bar--first")).ToHaveCountAsync(0);
        await page.Page.WaitForFunctionAsync("() => /^That is no digit, digit score \\d+ percent$/.test(said.at(-1))");
        await page.Button("It is a digit").ClickAsync();
        await Assertions.Expect(page.Page.Locator(".feedback__digits button")).ToHaveCountAsync(10);
        Assert.Empty(page.Complaints);
    }
}
