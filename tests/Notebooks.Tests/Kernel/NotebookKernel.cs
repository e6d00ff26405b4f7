using System.Globalization;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.CSharp;
using Microsoft.DotNet.Interactive.Documents;
using Microsoft.DotNet.Interactive.Events;

namespace MlNetDigits.Notebooks.Kernel;

/// <summary>Runs notebooks in the kernel of Polyglot Notebooks, in their folder.</summary>
internal static class NotebookKernel
{
    // Folder and culture are the process's, and kernels run beside each other.
    static NotebookKernel()
    {
        Environment.CurrentDirectory = Checkout.Notebooks;
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
    }

    /// <summary>Runs all cells of a notebook; the outputs that it has are not looked at.</summary>
    /// <exception cref="InvalidOperationException">A cell failed.</exception>
    public static async Task<NotebookRun> RunAsync(InteractiveDocument notebook)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        using var kernel = new CompositeKernel { new CSharpKernel().UseKernelHelpers().UseValueSharing() };
        var recorder = new Recorder();
        var run = new InteractiveDocument();
        foreach (InteractiveDocumentElement source in notebook.Elements)
        {
            var cell = new InteractiveDocumentElement(source.Contents, source.KernelName) { Id = source.Id, Metadata = source.Metadata };
            run.Add(cell);
            if (cell.KernelName == "markdown") continue;
            cell.ExecutionOrder = run.Elements.Count(element => element.KernelName == cell.KernelName);
            string code = cell.Contents.Replace("/bin/Release/", $"/bin/{Checkout.Configuration}/", StringComparison.Ordinal);
            foreach (KernelEvent told in (await kernel.SendAsync(new SubmitCode(code, cell.KernelName))).Events) recorder.Record(cell, told);
        }

        return new NotebookRun(run, recorder.Transcript);
    }
}
