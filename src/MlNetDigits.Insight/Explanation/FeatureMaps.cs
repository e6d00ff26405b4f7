namespace MlNetDigits.Explanation;

/// <summary>What a layer makes of an image: one map for each channel, after batch normalization and activation.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Values">All maps one behind the other: [channels, height, width].</param>
public sealed record FeatureMaps(ExplainedLayer Layer, float[] Values)
{
    /// <summary>Gives the map of one channel: [height, width], row by row.</summary>
    /// <param name="channel">The channel, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such channel.</exception>
    public ReadOnlySpan<float> Map(int channel)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(channel);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(channel, Layer.Channels);
        int size = Layer.Height * Layer.Width;
        return Values.AsSpan(channel * size, size);
    }
}
