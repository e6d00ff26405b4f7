namespace MlNetDigits.Evaluation.Features;

/// <summary>Images on a map of the two directions in which their features vary most.</summary>
/// <param name="X">Place along the first principal component, one for each image.</param>
/// <param name="Y">Place along the second principal component.</param>
/// <param name="ExplainedX">Share of all variance along the first component, 0 to 1.</param>
/// <param name="ExplainedY">Share of all variance along the second component, 0 to 1.</param>
public sealed record FeatureProjection(IReadOnlyList<float> X, IReadOnlyList<float> Y, double ExplainedX, double ExplainedY);
