using System.Globalization;
using MlNetDigits.Artifacts;
using MlNetDigits.Console.Json;
using MlNetDigits.Explanation;
using MlNetDigits.Reports;

namespace MlNetDigits.Console.Commands;

/// <summary>Explains images and writes a sheet and a page for each, all together.</summary>
internal static class ExplanationRun
{
    /// <returns>A document per file, in order; those that could not be read keep their error.</returns>
    public static ExplanationDocument[] Write(DigitExplainer explainer, PredictionBatch batch, ExplanationOptions options, string output, CancellationToken cancellation)
    {
        (string File, DigitExplanation? Explanation, string? Error)[] items = [.. batch.Items.Select(item =>
        {
            cancellation.ThrowIfCancellationRequested();
            return (item.File, item.Image is null ? null : explainer.Explain(item.Image, options), item.Error);
        })];
        if (items.All(item => item.Explanation is null)) return [.. items.Select(item => new ExplanationDocument(item.File, Error: item.Error))];

        using ArtifactFolder folder = ArtifactFolder.Open(output);
        var documents = new List<ExplanationDocument>();
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach ((string file, DigitExplanation? explanation, string? error) in items)
        {
            cancellation.ThrowIfCancellationRequested();
            documents.Add(explanation is null ? new ExplanationDocument(file, Error: error) : Write(folder, output, file, explanation, taken));
        }

        folder.Commit();
        return [.. documents];
    }

    private static ExplanationDocument Write(ArtifactFolder folder, string output, string file, DigitExplanation explanation, HashSet<string> taken)
    {
        string stem = $"{Path.GetFileNameWithoutExtension(file)}-explained", name = stem;
        for (int number = 2; !taken.Add(name); number++) name = string.Create(CultureInfo.InvariantCulture, $"{stem}-{number}");
        folder.Stage($"{name}.png", path => File.WriteAllBytes(path, ExplanationSheet.Draw(explanation, $"{Path.GetFileName(file)}: {ExplanationText.Answer(explanation)}").ToPng()));
        folder.Stage($"{name}.html", path => File.WriteAllText(path, ExplanationPage.Write(explanation, Path.GetFileName(file))));
        return ExplanationDocument.From(file, Path.Combine(output, $"{name}.png"), Path.Combine(output, $"{name}.html"), explanation);
    }
}
