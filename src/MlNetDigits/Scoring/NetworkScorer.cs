using System.Numerics.Tensors;
using MlNetDigits.Networks;

namespace MlNetDigits.Scoring;

/// <summary>Scores by the network engine; an ensemble answers the mean of its members' probabilities.</summary>
internal sealed class NetworkScorer : IImageScorer
{
    private readonly NetworkPredictor[] _members;
    private readonly Lock _turn = new();
    private float[] _member = [];
    private float[] _memberDigitScores = [];

    /// <param name="networks">The members, of one shape and one number of classes.</param>
    /// <param name="hasRejection">Whether their last class stands for images of none of the others.</param>
    /// <param name="threads">Threads for larger batches; default 0: one for each processor.</param>
    public NetworkScorer(IReadOnlyList<Network> networks, bool hasRejection, int threads = 0)
        : this([.. networks.Select(network => new NetworkPredictor(network, threads))], networks[0].InputShape.Size, hasRejection ? networks[0].Classes - 1 : networks[0].Classes, hasRejection ? 1 : 0)
    {
    }

    private NetworkScorer(NetworkPredictor[] members, int pixels, int classes, int digitScores) => (_members, Pixels, Classes, DigitScores) = (members, pixels, classes, digitScores);

    public int Pixels { get; }

    public int Classes { get; }

    public int DigitScores { get; }

    public void Score(ReadOnlySpan<float> images, Span<float> scores, Span<long> labels, Span<float> digitScores)
    {
        Predict(_members[0], images, scores, digitScores);
        if (_members.Length > 1)
            AddOthers(images, scores, digitScores);
        for (int i = 0; i < labels.Length; i++)
            labels[i] = TensorPrimitives.IndexOfMax<float>(scores.Slice(i * Classes, Classes));
    }

    public IImageScorer Share(int threads) => new NetworkScorer([.. _members.Select(member => member.Share(threads))], Pixels, Classes, DigitScores);

    public void Dispose()
    {
        foreach (NetworkPredictor member in _members)
            member.Dispose();
    }

    private void Predict(NetworkPredictor member, ReadOnlySpan<float> images, Span<float> scores, Span<float> digitScores)
    {
        if (DigitScores == 0)
            member.Predict(images, scores);
        else
            member.Predict(images, scores, digitScores);
    }

    private void AddOthers(ReadOnlySpan<float> images, Span<float> scores, Span<float> digitScores)
    {
        lock (_turn)
        {
            if (_member.Length < scores.Length)
                (_member, _memberDigitScores) = (new float[scores.Length], new float[digitScores.Length]);
            Span<float> other = _member.AsSpan(0, scores.Length), otherDigitScores = _memberDigitScores.AsSpan(0, digitScores.Length);
            foreach (NetworkPredictor member in _members.AsSpan(1))
            {
                Predict(member, images, other, otherDigitScores);
                TensorPrimitives.Add(scores, other, scores);
                TensorPrimitives.Add(digitScores, otherDigitScores, digitScores);
            }
        }

        TensorPrimitives.Divide(scores, _members.Length, scores);
        TensorPrimitives.Divide(digitScores, _members.Length, digitScores);
    }
}
