namespace Microsoft.ML.Data;

/// <summary>The names under which well-known annotations are kept.</summary>
internal static class AnnotationKinds
{
    /// <summary>Names of a vector's slots: a vector of text.</summary>
    public const string SlotNames = "SlotNames";

    /// <summary>The values that keys stand for: a vector as long as the key's count.</summary>
    public const string KeyValues = "KeyValues";

    /// <summary>Whether values are normalized: a truth value.</summary>
    public const string IsNormalized = "IsNormalized";

    /// <summary>The kind of a score column, such as multiclass classification: text.</summary>
    public const string ScoreColumnKind = "ScoreColumnKind";

    /// <summary>What a score column holds, such as "Score" or "PredictedLabel": text.</summary>
    public const string ScoreValueKind = "ScoreValueKind";

    /// <summary>The number that score columns of one model share.</summary>
    public const string ScoreColumnSetId = "ScoreColumnSetId";

    /// <summary>The values of the label that a model was trained with: a vector.</summary>
    public const string TrainingLabelValues = "TrainingLabelValues";
}
