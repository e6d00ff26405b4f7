using System.Text.Json.Serialization;
using MlNetDigits.Explanation;

namespace MlNetDigits.Console.Json;

/// <summary>What <c>explain --json</c> writes for one file: the answer, its explanation and where it is drawn, or why there is none.</summary>
internal sealed record ExplanationDocument(string File, string? Sheet = null, string? Page = null, IReadOnlyList<string>? Sentences = null, IReadOnlyList<ClassScore>? Top = null,
    int? Member = null, int? Members = null, IReadOnlyList<ExplainedLayer>? Layers = null, string? ActivationLayer = null,
    IReadOnlyList<OcclusionDocument>? Occlusions = null, string? Error = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] float? DigitScore = null)
{
    public static ExplanationDocument From(string file, string sheet, string page, DigitExplanation explanation) => new(
        file, sheet, page, ExplanationText.Sentences(explanation), explanation.Top, explanation.Member, explanation.Members,
        [.. explanation.FeatureMaps.Select(maps => maps.Layer)], explanation.ClassActivations.FirstOrDefault()?.Layer.Name,
        [.. explanation.Occlusions.Select(map => new OcclusionDocument(map.Class.Name, map.Lowest, map.Row, map.Column, map.PatchSize))],
        DigitScore: explanation.DigitProbability);
}
