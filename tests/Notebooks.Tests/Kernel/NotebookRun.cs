using Microsoft.DotNet.Interactive.Documents;

namespace MlNetDigits.Notebooks.Kernel;

/// <summary>A notebook that has been run.</summary>
/// <param name="Document">Its cells with what they put out.</param>
/// <param name="Transcript">All text in the order of time, as an app prints it.</param>
internal sealed record NotebookRun(InteractiveDocument Document, string Transcript);
