namespace MlNetDigits.Notebooks.Kernel;

/// <summary>What a cell put out: printed text, or a displayed value in one or more MIME types.</summary>
internal sealed class CellOutput
{
    private CellOutput(bool isDisplay, IReadOnlyDictionary<string, string> data) => (IsDisplay, Data) = (isDisplay, data);

    /// <summary>Whether it is a displayed value; else printed text.</summary>
    public bool IsDisplay { get; }

    /// <summary>Texts by MIME type; printed text is plain.</summary>
    public IReadOnlyDictionary<string, string> Data { get; private set; }

    /// <summary>The plain text.</summary>
    public string Text => Data["text/plain"];

    /// <summary>The picture, or null.</summary>
    public string? Svg => Data.GetValueOrDefault("image/svg+xml");

    public static CellOutput Printed(string text) => new(false, new Dictionary<string, string> { ["text/plain"] = text });

    public static CellOutput Displayed(IReadOnlyDictionary<string, string> data) => new(true, data);

    /// <summary>Appends printed text.</summary>
    public void Append(string text) => Data = new Dictionary<string, string> { ["text/plain"] = Text + text };

    /// <summary>Shows another value.</summary>
    public void Replace(IReadOnlyDictionary<string, string> data) => Data = data;
}
