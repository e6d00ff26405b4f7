using System.Numerics.Tensors;
using MlNetDigits.Networks;

namespace MlNetDigits.Scoring;

/// <summary>Scores by the network engine; an ensemble answers the mean of its members' probabilities.</summary>
internal sealed class NetworkScorer : IImageScorer
{
    private readonly NetworkPredictor[] _members;
    private readonly Lock _turn = new();
    private float[] _member = [];

    /// <param name="networks">The members, of one shape and one number of classes.</param>
    /// <param name="threads">Threads for larger batches; default 0: one for each processor.</param>
    public NetworkScorer(IReadOnlyList<Network> networks, int threads = 0)
        : this([.. networks.Select(network => new NetworkPredictor(network, threads))], networks[0].InputShape.Size, networks[0].Classes)
    {
    }

    private NetworkScorer(NetworkPredictor[] members, int pixels, int classes) => (_members, Pixels, Classes) = (members, pixels, classes);

    public int Pixels { get; }

    public int Classes { get; }

    public void Score(ReadOnlySpan<float> images, Span<float> scores, Span<long> labels)
    {
        _members[0].Predict(images, scores);
        if (_members.Length > 1)
            AddOthers(images, scores);
        for (int i = 0; i < labels.Length; i++)
            labels[i] = TensorPrimitives.IndexOfMax<float>(scores.Slice(i * Classes, Classes));
    }

    public IImageScorer Share(int threads) => new NetworkScorer([.. _members.Select(member => member.Share(threads))], Pixels, Classes);

    public void Dispose()
    {
        foreach (NetworkPredictor member in _members)
            member.Dispose();
    }

    private void AddOthers(ReadOnlySpan<float> images, Span<float> scores)
    {
        lock (_turn)
        {
            if (_member.Length < scores.Length)
                _member = new float[scores.Length];
            Span<float> other = _member.AsSpan(0, scores.Length);
            foreach (NetworkPredictor member in _members.AsSpan(1))
            {
                member.Predict(images, other);
                TensorPrimitives.Add(scores, other, scores);
            }
        }

        TensorPrimitives.Divide(scores, _members.Length, scores);
    }
}
