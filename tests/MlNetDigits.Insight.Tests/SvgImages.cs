using System.Text.RegularExpressions;
using MlNetDigits.Images;

namespace MlNetDigits.Tests;

/// <summary>Makes pictures within SVG comparable, whose compressed bytes differ from one version of an encoder to another.</summary>
internal static partial class SvgImages
{
    public static string Mask(string svg) => Encoded().Replace(svg, "$1…");

    /// <summary>Writes grey values in place of encoded bytes.</summary>
    public static string ShowPixels(string svg) => Encoded().Replace(svg, match =>
    {
        using var png = new MemoryStream(Convert.FromBase64String(match.Groups[2].Value));
        GrayImage image = ImageDecoder.Decode(png);
        return $"{match.Groups[1].Value}… {image.Width}×{image.Height}: {Convert.ToHexStringLower(image.Pixels)}";
    });

    [GeneratedRegex("(base64,)([^\"]+)")]
    private static partial Regex Encoded();
}
