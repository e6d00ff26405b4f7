using System.Globalization;
using MlNetDigits.Reports.Html;

namespace MlNetDigits.Tests.Reports.Html;

public sealed class MarkupTests
{
    [Fact]
    public void Of_TextWithSigns_IsEscapedInContentAndAttributes()
    {
        string name = "<b onclick='x' title=\"y\">&";

        Markup markup = Markup.Of($"<p title=\"{name}\">{name}</p>");

        Assert.Equal("<p title=\"&lt;b onclick=&apos;x&apos; title=&quot;y&quot;&gt;&amp;\">&lt;b onclick=&apos;x&apos; title=&quot;y&quot;&gt;&amp;</p>", markup.ToString());
    }

    [Fact]
    public void Of_OtherMarkup_IsLaidInAsItIs()
    {
        Markup[] items = [Markup.Of($"<li>{1}</li>"), Markup.Empty, Markup.Of($"<li>{"<"}</li>")];

        Markup markup = Markup.Of($"<ul>{items}</ul>{items[0]}");

        Assert.Equal("<ul><li>1</li><li>&lt;</li></ul><li>1</li>", markup.ToString());
    }

    [Fact]
    public void Of_NumbersInAnotherCulture_AreWrittenTheSame()
    {
        CultureInfo before = CultureInfo.CurrentCulture;

        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        Markup markup = Markup.Of($"{1.5:F2} {12345}");
        CultureInfo.CurrentCulture = before;

        Assert.Equal("1.50 12345", markup.ToString());
    }
}
