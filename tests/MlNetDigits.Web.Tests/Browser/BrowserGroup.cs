using MlNetDigits.Browsing;

namespace MlNetDigits.Web.Tests.Browser;

/// <summary>Tests of the page, one after the other in one browser, most of them with one service.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserGroup : ICollectionFixture<Chromium>, ICollectionFixture<PageService>
{
    public const string Name = "page in a browser";
}
