using Microsoft.ML;

namespace MlNetDigits.Scoring;

/// <summary>An ONNX step whose network the network engine computes, in less than half the time of ONNX Runtime.</summary>
/// <param name="onnx">The step; it is owned.</param>
/// <param name="columns">Names of the columns.</param>
/// <param name="root">Scores the network of the step's graph, or the members of its ensemble; it is owned.</param>
/// <param name="divisor">What pixels are divided by before the networks see them.</param>
internal sealed class NetworkStep(ITransformer onnx, ScoredColumns columns, NetworkScorer root, float divisor) : ScoringStep(onnx, columns, root, divisor);
