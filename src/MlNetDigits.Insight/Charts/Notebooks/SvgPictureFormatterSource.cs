namespace MlNetDigits.Charts.Notebooks;

/// <summary>Makes the formatters of a picture for notebooks, by their names alone.</summary>
internal sealed class SvgPictureFormatterSource
{
    /// <summary>The MIME type of pictures.</summary>
    public const string Svg = "image/svg+xml";

    /// <summary>The MIME type of pages, which front ends without pictures of SVG show.</summary>
    public const string Html = "text/html";

    /// <summary>The MIME type of texts, which front ends without pictures show.</summary>
    public const string PlainText = "text/plain";

    /// <summary>One formatter for each MIME type; saved notebooks keep no style sheets, so colours stand in the elements.</summary>
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new SvgPictureFormatter(Svg, picture => picture.ToSvg(ChartTheme.Light)),
        new SvgPictureFormatter(Html, picture => picture.ToSvg(ChartTheme.Light)),
        new SvgPictureFormatter(PlainText, picture => $"{picture.Title}: {picture.Description}"),
    ];
}
