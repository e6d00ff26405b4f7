using System.Numerics.Tensors;
using MlNetDigits.Mapping;

namespace MlNetDigits.Scoring;

/// <summary>Tells probabilities from logits and other scores.</summary>
internal static class Probabilities
{
    // Half precision and quantized networks round.
    private const float Tolerance = 0.01f;

    /// <summary>Refuses scores that are no probabilities.</summary>
    /// <param name="scores">Scores of one image, one for each class.</param>
    /// <exception cref="InvalidDataException">They are none; the message tells what they are.</exception>
    public static void Require(ReadOnlySpan<float> scores)
    {
        float least = TensorPrimitives.Min(scores), most = TensorPrimitives.Max(scores), sum = TensorPrimitives.Sum(scores);
        if (!float.IsFinite(sum))
            throw new InvalidDataException(FormattableString.Invariant($"its probabilities add up to {sum}"));
        if (least < -Tolerance || most > 1 + Tolerance || MathF.Abs(sum - 1) > Tolerance)
            throw new InvalidDataException(FormattableString.Invariant($"its scores are no probabilities: those of one image go from {least:0.###} to {most:0.###} and add up to {sum:0.###}; where they are logits, have softmax make probabilities of them ({MappedGraph.Told("--logits", nameof(ModelMapping.HasLogits))})"));
    }
}
