using Microsoft.Playwright;
using MlNetDigits.Browsing;
using MlNetDigits.Recognition;
using MlNetDigits.Tests.Recognition;

namespace MlNetDigits.Web.Tests.Browser;

/// <summary>The page of models whose classes are not the ten digits.</summary>
[Collection(BrowserGroup.Name)]
public sealed class ClassTests(Chromium browser)
{
    private static readonly string[] Kinds = ["digits", "words", "many"];

    [BrowserFact]
    public async Task Answer_ModelsOfOtherClasses_ShowsTheirNames()
    {
        using var folder = new TemporaryFolder();
        using var service = new PageService([.. Kinds.Select(kind => ($"Digits:Models:{kind}", FormModels.Get(kind).Onnx)), ("Digits:FeedbackFile", folder.File("feedback.db"))]);
        await using var page = await DrawingPage.OpenAsync(browser, service);
        foreach (string kind in Kinds)
        {
            FormModel model = FormModels.Get(kind);
            using var recognizer = DigitRecognizer.Load(model.Onnx);
            string said = model.Classes[recognizer.Predict(model.Pictures[0]).Digit];

            await page.ChooseAsync("Model", kind);
            await page.OpenPictureAsync("picture.png", File.ReadAllBytes(model.Pictures[0]));

            await page.ExpectAnswerAsync($"Answer: {said}");
            await Assertions.Expect(page.Page.Locator(".bar")).ToHaveCountAsync(Math.Min(10, model.Classes.Length));
            await Assertions.Expect(page.Page.Locator(".bar--first .unseen")).ToHaveTextAsync($"{said}: ");
            await Assertions.Expect(page.Page.Locator("#feedback")).ToBeVisibleAsync(new LocatorAssertionsToBeVisibleOptions { Visible = kind == "digits" });
        }

        Assert.Empty(page.Complaints);
    }
}
