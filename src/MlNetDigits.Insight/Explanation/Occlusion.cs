using MlNetDigits.Networks.Onnx.Gradients;

namespace MlNetDigits.Explanation;

/// <summary>Scores an image with patch after patch covered, in batches.</summary>
internal sealed class Occlusion
{
    private const int Side = 28;

    private readonly float[] _pixels;
    private readonly OcclusionOptions _options;
    private readonly byte _fill;
    private readonly (int Row, int Column)[] _patches;
    private readonly float[][] _scores;

    /// <param name="session">Scores images.</param>
    /// <param name="output">Name of the probabilities.</param>
    /// <param name="pixels">The image, raw.</param>
    /// <param name="scores">Its probabilities, uncovered.</param>
    /// <param name="options">The patch.</param>
    /// <param name="paper">What covers where the options name nothing.</param>
    public Occlusion(ObservedSession session, string output, float[] pixels, float[] scores, OcclusionOptions options, byte paper)
    {
        (_pixels, _options, _fill) = (pixels, options, options.Fill ?? paper);
        int[] places = [.. Enumerable.Range(0, (Side - 1) / options.Stride + 1).Select(i => i * options.Stride).Append(Side - 1).Distinct()];
        _patches = [.. places.SelectMany(row => places.Select(column => (row, column)))];
        _scores = new float[_patches.Length][];
        Array.Fill(_scores, scores);

        // A patch on what looks like it changes nothing, so the answer is known.
        int[] changing = [.. Enumerable.Range(0, _patches.Length).Where(patch => Pixels(patch).Any(pixel => pixels[pixel] != _fill))];
        foreach (int[] batch in changing.Chunk(session.MostImages))
        {
            OnnxActivation result = session.Run([.. batch.SelectMany(Cover)], batch.Length, [output])[output];
            int classes = result.Values.Length / batch.Length;
            for (int i = 0; i < batch.Length; i++) _scores[batch[i]] = result.Values.AsSpan(i * classes, classes).ToArray();
        }
    }

    /// <summary>The map of one class.</summary>
    public OcclusionMap MapOf(ClassScore score)
    {
        var sums = new float[Side * Side];
        var counts = new int[Side * Side];
        int lowest = 0;
        for (int patch = 0; patch < _patches.Length; patch++)
        {
            float probability = _scores[patch][score.Index];
            if (probability < _scores[lowest][score.Index]) lowest = patch;
            foreach (int pixel in Pixels(patch))
            {
                sums[pixel] += score.Probability - probability;
                counts[pixel]++;
            }
        }

        for (int i = 0; i < sums.Length; i++) sums[i] /= counts[i];
        return new OcclusionMap(score, sums, _scores[lowest][score.Index], _patches[lowest].Row, _patches[lowest].Column, _options.PatchSize);
    }

    private float[] Cover(int patch)
    {
        float[] covered = [.. _pixels];
        foreach (int pixel in Pixels(patch)) covered[pixel] = _fill;
        return covered;
    }

    private IEnumerable<int> Pixels(int patch)
    {
        int top = _patches[patch].Row - _options.PatchSize / 2, left = _patches[patch].Column - _options.PatchSize / 2;
        for (int row = Math.Max(0, top); row < Math.Min(Side, top + _options.PatchSize); row++)
            for (int column = Math.Max(0, left); column < Math.Min(Side, left + _options.PatchSize); column++)
                yield return row * Side + column;
    }
}
