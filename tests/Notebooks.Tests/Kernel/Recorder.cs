using System.Text;

namespace MlNetDigits.Notebooks.Kernel;

/// <summary>Collects what cells print and display: as outputs of cells, and as an app would print it.</summary>
internal sealed class Recorder : TextWriter
{
    private readonly Dictionary<DisplayedValue, CellOutput> _displays = [];
    private readonly StringBuilder _transcript = new();
    private List<CellOutput> _outputs = [];

    public override Encoding Encoding => Encoding.UTF8;

    /// <summary>All text in the order of time, also of displays that were replaced.</summary>
    public string Transcript => _transcript.ToString();

    /// <summary>Begins a cell.</summary>
    /// <returns>Where its outputs will be.</returns>
    public IReadOnlyList<CellOutput> BeginCell() => _outputs = [];

    public override void Write(char value) => Write(value.ToString());

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(string? value)
    {
        if (string.IsNullOrEmpty(value)) return;
        string text = value.ReplaceLineEndings("\n");
        _transcript.Append(text);
        if (_outputs is [.., { IsDisplay: false } last]) last.Append(text);
        else _outputs.Add(CellOutput.Printed(text));
    }

    /// <summary>Takes a value that is displayed, or replaced where it is displayed already.</summary>
    public void Show(DisplayedValue displayed)
    {
        object value = displayed.Value;
        Dictionary<string, string> data = Formatters.MimeTypesOf(value).Append("text/plain").Distinct()
            .ToDictionary(type => type, type => Formatters.Format(value, type).ReplaceLineEndings("\n"));
        _transcript.Append(data["text/plain"]).Append('\n');
        if (_displays.TryGetValue(displayed, out CellOutput? shown)) shown.Replace(data);
        else _outputs.Add(_displays[displayed] = CellOutput.Displayed(data));
    }
}
