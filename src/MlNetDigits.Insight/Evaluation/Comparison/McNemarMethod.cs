using System.Text.Json.Serialization;

namespace MlNetDigits.Evaluation.Comparison;

/// <summary>How McNemar's probability is computed.</summary>
public enum McNemarMethod
{
    /// <summary>The exact binomial test, for few images that only one model recognizes.</summary>
    [JsonStringEnumMemberName("exact-binomial")]
    ExactBinomial,

    /// <summary>The chi-squared test with continuity correction.</summary>
    [JsonStringEnumMemberName("chi-squared")]
    ChiSquared,
}
