using System.Text;
using Microsoft.DotNet.Interactive.Documents;
using Microsoft.DotNet.Interactive.Events;

namespace MlNetDigits.Notebooks.Kernel;

/// <summary>Collects what the kernel tells of cells: as their outputs, and as an app would print it.</summary>
internal sealed class Recorder
{
    private readonly Dictionary<string, (List<InteractiveDocumentOutputElement> Outputs, int Place)> _displays = [];
    private readonly StringBuilder _transcript = new();

    /// <summary>All text in the order of time, also of displays that were replaced.</summary>
    public string Transcript => _transcript.ToString();

    /// <summary>Adds to a cell's outputs what an event tells.</summary>
    /// <exception cref="InvalidOperationException">The cell failed, or replaced a value that is not displayed.</exception>
    public void Record(InteractiveDocumentElement cell, KernelEvent told)
    {
        switch (told)
        {
            case StandardOutputValueProduced printed:
                Print(cell.Outputs, TextOf(printed));
                break;
            case DisplayedValueUpdated updated when _displays.TryGetValue(updated.ValueId, out var shown):
                shown.Outputs[shown.Place] = Displayed(updated);
                break;
            case DisplayedValueUpdated updated:
                throw new InvalidOperationException($"'{TextOf(updated)}' replaces a value that is not displayed: show the first one by 'Live'.\n{cell.Contents}");
            case DisplayedValueProduced or ReturnValueProduced:
                var displayed = (DisplayEvent)told;
                if (displayed.ValueId is { } id) _displays[id] = (cell.Outputs, cell.Outputs.Count);
                cell.Outputs.Add(Displayed(displayed));
                break;
            case CommandFailed failed:
                throw new InvalidOperationException($"{failed.Message}\n{cell.Contents}", failed.Exception);
        }
    }

    private void Print(List<InteractiveDocumentOutputElement> outputs, string text)
    {
        _transcript.Append(text);
        if (outputs is [.., TextElement last]) outputs[^1] = new TextElement(last.Text + text, last.Name);
        else outputs.Add(new TextElement(text, "stdout"));
    }

    private DisplayElement Displayed(DisplayEvent displayed)
    {
        _transcript.Append(TextOf(displayed)).Append('\n');
        return new DisplayElement(displayed.FormattedValues.ToDictionary(value => value.MimeType, value => (object)value.Value.ReplaceLineEndings("\n")));
    }

    private static string TextOf(DisplayEvent displayed) =>
        displayed.FormattedValues.First(value => value.MimeType == "text/plain").Value.ReplaceLineEndings("\n");
}
