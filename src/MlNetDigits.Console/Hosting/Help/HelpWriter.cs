using System.Text;

namespace MlNetDigits.Console.Hosting.Help;

/// <summary>Lays out titles, paragraphs, terms and lines within a width.</summary>
/// <param name="width">Columns.</param>
/// <param name="isStyled">Whether titles are bold.</param>
internal sealed class HelpWriter(int width, bool isStyled)
{
    private const int Indent = 2;

    /// <summary>Column at which the text of a term begins.</summary>
    private const int TextColumn = 28;

    private readonly StringBuilder _text = new();

    /// <summary>Writes an empty line.</summary>
    public void Gap() => _text.Append('\n');

    /// <summary>Writes a title after an empty line.</summary>
    public void Title(string title)
    {
        if (_text.Length > 0)
            Gap();
        _text.Append(isStyled ? $"\e[1m{title}\e[0m\n" : $"{title}\n");
    }

    /// <summary>Writes a line as it is.</summary>
    public void Line(string line, int indent = Indent) => _text.Append(' ', indent).Append(line).Append('\n');

    /// <summary>Writes a paragraph, wrapped.</summary>
    public void Paragraph(string paragraph, int indent = Indent)
    {
        foreach (string line in Wrap(paragraph, width - indent))
            Line(line, indent);
    }

    /// <summary>Writes a term with its text beside it, or below where the term is long.</summary>
    public void Term(string term, string text)
    {
        string[] lines = [.. Wrap(text, width - TextColumn)];
        int first = 0;
        if (Indent + term.Length + 2 <= TextColumn && lines.Length > 0)
            Line(term.PadRight(TextColumn - Indent) + lines[first++]);
        else
            Line(term);
        foreach (string line in lines[first..])
            Line(line, TextColumn);
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    private static IEnumerable<string> Wrap(string text, int width)
    {
        var line = new StringBuilder();
        foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line.ToString();
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : string.Empty).Append(word);
        }

        if (line.Length > 0)
            yield return line.ToString();
    }
}
