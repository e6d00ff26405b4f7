using System.Numerics.Tensors;
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

    private readonly Lazy<IReadOnlyList<DigitReading>> _others;

    private readonly Lazy<bool> _isForeign;

    private DigitReadings(DigitReading first, Func<IReadOnlyList<DigitReading>> others, Func<bool> isForeign)
    {
        First = first;
        _isForeign = new Lazy<bool>(isForeign);
        _others = new Lazy<IReadOnlyList<DigitReading>>(others);
    }

    /// <summary>The whole ink.</summary>
    public DigitReading First { get; }

    /// <summary>Whether all ink comes in from the border, and none is in the middle.</summary>
    public bool IsForeign => _isForeign.Value;

    /// <summary>Readings without ink that may be foreign, each unlike the others; looked for when first asked.</summary>
    public IReadOnlyList<DigitReading> Others => _others.Value;

    /// <summary>Takes pixels that can be read in one way alone.</summary>
    public static DigitReadings Only(byte[] pixels) => new(new DigitReading(pixels, 0), () => [], () => false);

    /// <summary>Changes the images of all readings.</summary>
    public DigitReadings Select(Func<byte[], byte[]> change) => new(Change(First, change), () => [.. Others.Select(reading => Change(reading, change))], () => IsForeign);

    /// <summary>Reads a sheet; null when nothing stands out.</summary>
    /// <param name="field">The sheet's contrast.</param>
    public static DigitReadings? Of(InkField field)
    {
        if (InkMap.Find(field) is not { } ink || Place(ink, field) is not { } first)
            return null;
        var sheet = new Lazy<InkField>(() => field.Reduce(WorkingSide));
        var inner = new Lazy<InkField>(() => BorderInk.Drop(sheet.Value));
        return new DigitReadings(first, () => FindOthers(sheet.Value, inner.Value, ink, first), () => !BorderInk.HasDigit(inner.Value));
    }

    private static DigitReading Change(DigitReading reading, Func<byte[], byte[]> change) => reading with { Pixels = change(reading.Pixels) };

    private static List<DigitReading> FindOthers(InkField sheet, InkField inner, InkMap ink, DigitReading first)
    {
        var (found, seen) = (new List<DigitReading> { first }, new List<InkMap> { ink });
        foreach (var (rest, share) in Rests(sheet, inner))
        {
            if (InkMap.Find(rest, share) is not { } other || seen.Exists(one => one.Values.AsSpan().SequenceEqual(other.Values)))
                continue;
            seen.Add(other);
            if (Place(other, rest) is { } reading && !found.Exists(one => IsAlike(one.Pixels, reading.Pixels)))
                found.Add(reading);
        }

        return found[1..];
    }

    private static DigitReading? Place(InkMap ink, InkField field) => MnistStyle.Place(StrokeShape.Trace(ink)) is { } pixels
        ? new DigitReading(pixels, TensorPrimitives.Sum<float>(ink.Values) / field.Contrast.Length) : null;

    /// <summary>What is left of the ink, and which share of the strongest contrast counts as ink.</summary>
    private static IEnumerable<(InkField Field, float Share)> Rests(InkField sheet, InkField inner)
    {
        var shorter = Math.Min(sheet.Width, sheet.Height);
        yield return (inner, InkField.UsualShare);
        foreach (var inset in Insets)
            yield return (BorderInk.Drop(sheet, (int)(inset * shorter)), InkField.UsualShare);
        if (LineInk.Erase(sheet) is { } unlined)
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
