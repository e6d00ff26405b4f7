using Microsoft.Playwright;
using MlNetDigits.Browsing;

namespace MlNetDigits.Web.Tests.Browser;

[Collection(BrowserGroup.Name)]
public sealed class ExplorerTests(Chromium browser, PageService service)
{
    [BrowserFact]
    public async Task Open_Explorer_ListsEveryEndpointAndTriesOneAskingNobodyElse()
    {
        var page = await browser.OpenAsync();
        List<string> complaints = [], elsewhere = [];
        page.Console += (_, message) => complaints.AddRange(message.Type == "error" ? [message.Text] : []);
        page.PageError += (_, error) => complaints.Add(error);
        page.Request += (_, request) => elsewhere.AddRange(new Uri(request.Url).Scheme is "http" or "https" && new Uri(request.Url).Authority != service.Address.Authority ? [request.Url] : []);

        await page.GotoAsync(new Uri(service.Address, "/openapi/").AbsoluteUri);

        await Assertions.Expect(page.Locator(".opblock-summary-path")).ToHaveTextAsync(["/v1/predict", "/v1/predict/batch", "/v1/read", "/v1/models", "/v1/model", "/v1/explain", "/v1/feedback", "/metrics"]);
        await page.Locator("#operations-Models-get_v1_models .opblock-summary-control").ClickAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Execute" }).ClickAsync();
        await Assertions.Expect(page.Locator(".live-responses-table .response-col_status").Last).ToContainTextAsync("200");
        Assert.Empty(complaints);
        Assert.Empty(elsewhere);
        await page.CloseAsync();
    }
}
