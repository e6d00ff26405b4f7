using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MlNetDigits.Reports;

/// <summary>Builds Markdown block by block, with line feeds on every system.</summary>
internal sealed class CardText
{
    private readonly StringBuilder _text = new();

    public void Heading(int level, string text) => Block($"{new string('#', level)} {text}");

    public void Paragraph(string text) => Block(text);

    public void List(IEnumerable<string> items) => Block(string.Join('\n', items.Select(item => $"- {item}")));

    public void Code(string language, string code) => Block($"```{language}\n{code}\n```");

    public void Table(string first, string second, IEnumerable<(string, string)> rows) =>
        Table([first, second], rows.Select(row => (string[])[row.Item1, row.Item2]));

    public void Table(string first, string second, string third, IEnumerable<(string, string, string)> rows) =>
        Table([first, second, third], rows.Select(row => (string[])[row.Item1, row.Item2, row.Item3]));

    /// <summary>Tells the command that makes the file anew.</summary>
    public void Command(string version, string command)
    {
        Paragraph($"With MlNetDigits {version}, this command writes the same file, bit for bit, whatever the number of threads:");
        Code("", command);
    }

    /// <summary>Tells the file's hash.</summary>
    public void Hash(byte[] file) => Paragraph($"SHA-256 of the file: `{Convert.ToHexStringLower(SHA256.HashData(file))}`.");

    /// <summary>A table's row with the file's size.</summary>
    public static (string, string) FileRow(byte[] file) => ("File", string.Create(CultureInfo.InvariantCulture, $"{file.Length:N0} bytes of ONNX"));

    public override string ToString() => _text.ToString();

    private static string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal)))} |";

    private void Table(string[] header, IEnumerable<string[]> rows) =>
        Block(string.Join('\n', [Row(header), Row(header.Select(_ => "---")), .. rows.Select(Row)]));

    private void Block(string text) => _text.Append(_text.Length > 0 ? "\n" : "").Append(text).Append('\n');
}
