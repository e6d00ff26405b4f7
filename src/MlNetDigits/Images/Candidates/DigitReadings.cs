using MlNetDigits.Images.Normalization;

namespace MlNetDigits.Images.Candidates;

/// <summary>The ways in which a picture may show a digit, of which a recognizer's scores choose.</summary>
internal sealed class DigitReadings
{
    // Foreign ink is looked for in pictures of at most this side.
    private const int WorkingSide = 400;

    private const float FaintShare = 0.25f;
    private const float StrongShare = 0.6f;

    // Readings whose pixels differ by less on average are the same.
    private const double LeastDifference = 5;

    private static readonly double[] Insets = [0.05, 0.1, 0.16];

    private readonly Lazy<IReadOnlyList<byte[]>> _others;

    private DigitReadings(byte[] first, Func<IReadOnlyList<byte[]>> others)
    {
        First = first;
        _others = new Lazy<IReadOnlyList<byte[]>>(others);
    }

    /// <summary>784 pixels of the whole ink.</summary>
    public byte[] First { get; }

    /// <summary>Images of 784 pixels without ink that may be foreign, each unlike the others; looked for when first asked.</summary>
    public IReadOnlyList<byte[]> Others => _others.Value;

    /// <summary>Takes pixels that can be read in one way alone.</summary>
    public static DigitReadings Only(byte[] pixels) => new(pixels, () => []);

    /// <summary>Changes the images of all readings.</summary>
    public DigitReadings Select(Func<byte[], byte[]> change) => new(change(First), () => [.. Others.Select(change)]);

    /// <summary>Reads a sheet; null when nothing stands out.</summary>
    /// <param name="field">The sheet's contrast.</param>
    public static DigitReadings? Of(InkField field)
    {
        if (InkMap.Find(field) is not { } ink || Place(ink) is not { } first)
            return null;
        return new DigitReadings(first, () => FindOthers(field, ink, first));
    }

    private static List<byte[]> FindOthers(InkField field, InkMap ink, byte[] first)
    {
        var (found, seen) = (new List<byte[]> { first }, new List<InkMap> { ink });
        foreach (var (rest, share) in Rests(field.Reduce(WorkingSide)))
        {
            if (InkMap.Find(rest, share) is not { } other || seen.Exists(one => one.Values.AsSpan().SequenceEqual(other.Values)))
                continue;
            seen.Add(other);
            if (Place(other) is { } pixels && !found.Exists(one => IsAlike(one, pixels)))
                found.Add(pixels);
        }

        return found[1..];
    }

    private static byte[]? Place(InkMap ink) => MnistStyle.Place(StrokeShape.Trace(ink));

    /// <summary>What is left of the ink, and which share of the strongest contrast counts as ink.</summary>
    private static IEnumerable<(InkField Field, float Share)> Rests(InkField field)
    {
        var shorter = Math.Min(field.Width, field.Height);
        var inner = BorderInk.Drop(field);
        yield return (inner, InkField.UsualShare);
        foreach (var inset in Insets)
            yield return (BorderInk.Drop(field, (int)(inset * shorter)), InkField.UsualShare);
        if (LineInk.Erase(field) is { } unlined)
        {
            yield return (BorderInk.Drop(unlined), InkField.UsualShare);
            yield return (BorderInk.Drop(unlined, (int)(Insets[1] * shorter)), InkField.UsualShare);
        }

        yield return (inner, FaintShare);
        yield return (inner, StrongShare);
    }

    private static bool IsAlike(byte[] one, byte[] other)
    {
        var sum = 0;
        for (var i = 0; i < one.Length; i++)
            sum += Math.Abs(one[i] - other[i]);
        return sum < LeastDifference * one.Length;
    }
}
