using MlNetDigits.Notebooks.Walks;

namespace MlNetDigits.Notebooks.Kernel;

/// <summary>What a notebook's cells put out.</summary>
/// <param name="Cells">Each cell with its outputs; text has none.</param>
/// <param name="Transcript">All text in the order of time, as an app prints it.</param>
internal sealed record NotebookRun(IReadOnlyList<(Cell Cell, IReadOnlyList<CellOutput> Outputs)> Cells, string Transcript);
