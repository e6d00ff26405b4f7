using MlNetDigits.Console.Hosting;
using Spectre.Console.Rendering;

namespace MlNetDigits.Console.Tests.Rendering;

/// <summary>Renders as a pipe receives it: no colour, no cursor movement, trailing blanks cut.</summary>
internal static class Plain
{
    public static string Render(IRenderable renderable, int width = 80)
    {
        using var output = new Utf8Writer();
        var terminal = new Terminal(output, TextWriter.Null, isInteractive: false, isColoured: true, width);
        terminal.Console.Write(renderable);
        return string.Join('\n', output.ToString().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').Select(line => line.TrimEnd())).TrimEnd();
    }

    private sealed class Utf8Writer : StringWriter
    {
        public override System.Text.Encoding Encoding => System.Text.Encoding.UTF8;
    }
}
