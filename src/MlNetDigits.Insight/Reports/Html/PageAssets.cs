using System.Security.Cryptography;
using System.Text;
using MlNetDigits.Charts;

namespace MlNetDigits.Reports.Html;

/// <summary>The page's style and script, and the policy that allows these two and nothing else.</summary>
internal static class PageAssets
{
    public static string Style { get; } = $"\n{ChartColours.PageCss}{Read("report.css")}";

    public static string Script { get; } = $"\n{Read("report.js")}";

    /// <summary>Value of Content-Security-Policy: no request of any kind, only these bytes of style and script.</summary>
    public static string Policy { get; } = $"default-src 'none'; img-src data:; style-src {Hash(Style)}; script-src {Hash(Script)}; base-uri 'none'; form-action 'none'";

    private static string Hash(string content) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(content)))}'";

    private static string Read(string name)
    {
        using Stream stream = typeof(PageAssets).Assembly.GetManifestResourceStream($"{typeof(PageAssets).Namespace}.{name}")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
