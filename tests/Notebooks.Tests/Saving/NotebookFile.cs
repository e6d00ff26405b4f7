using Microsoft.DotNet.Interactive.Documents;
using Microsoft.DotNet.Interactive.Documents.Jupyter;

namespace MlNetDigits.Notebooks.Saving;

/// <summary>Writes and reads <c>.ipynb</c> files.</summary>
internal static class NotebookFile
{
    private static readonly KernelInfoCollection _kernels = [new KernelInfo("csharp", "C#")];

    /// <summary>Path of a walk's notebook.</summary>
    public static string PathOf(string name) => Path.Combine(Checkout.Notebooks, name + ".ipynb");

    /// <summary>Writes a notebook as text.</summary>
    public static string Write(InteractiveDocument notebook)
    {
        // Identifiers by number keep differences small; the facts about the kernel are made anew.
        for (int i = 0; i < notebook.Elements.Count; i++) notebook.Elements[i].Id = $"cell-{i + 1:00}";
        return new InteractiveDocument(notebook.Elements).ToJupyterJson("C#").ReplaceLineEndings("\n") + "\n";
    }

    /// <summary>Reads a notebook's text.</summary>
    public static InteractiveDocument Read(string text) => Notebook.Parse(text, _kernels);

    /// <summary>Reads the saved notebook of a walk.</summary>
    public static InteractiveDocument Load(string name) => Read(File.ReadAllText(PathOf(name)));
}
