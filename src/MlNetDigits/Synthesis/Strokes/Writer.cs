using MlNetDigits.Networks.Randomness;
using MlNetDigits.Synthesis.Drawing;

namespace MlNetDigits.Synthesis.Strokes;

/// <summary>How somebody writes; signs of one writer look alike.</summary>
internal sealed record Writer
{
    private static readonly Pen[] _pens = [Pen.BallPen, Pen.BallPen, Pen.BallPen, Pen.FeltTip, Pen.FeltTip, Pen.FeltTip, Pen.Pencil, Pen.Pencil, Pen.Brush, Pen.Nib, Pen.Chalk];

    public required Pen Pen { get; init; }

    /// <summary>Half the stroke's width, as a share of a sign's height.</summary>
    public required float Radius { get; init; }

    /// <summary>How much radius and density change along a stroke, from 0 to 1.</summary>
    public required float Pressure { get; init; }

    /// <summary>How much thinner lines are along the nib than across it, from 0 to 1.</summary>
    public required float Nib { get; init; }

    /// <summary>Turn of the nib in radians; 0 is thin along rows.</summary>
    public required float NibTurn { get; init; }

    /// <summary>Whether pixels are ink or none, as on screens without smoothing.</summary>
    public required bool IsHard { get; init; }

    /// <summary>How dark the strongest ink is.</summary>
    public required float Density { get; init; }

    /// <summary>Share of the ink that grain takes away.</summary>
    public required float Grain { get; init; }

    /// <summary>Share by which a later stroke may be fainter than the first.</summary>
    public required float Fading { get; init; }

    /// <summary>Chance that the pen leaves the paper for a moment.</summary>
    public required float Gaps { get; init; }

    /// <summary>Tangent of the slant; above 0 leans to the right.</summary>
    public required float Slant { get; init; }

    /// <summary>Turn in radians.</summary>
    public required float Turn { get; init; }

    /// <summary>Width of a sign beside what is usual.</summary>
    public required float Aspect { get; init; }

    /// <summary>Deviation of points from where they should be, in hundredths of the height.</summary>
    public required float Jitter { get; init; }

    /// <summary>Deviation of the hand's shaking, in hundredths of the height.</summary>
    public required float Tremor { get; init; }

    /// <summary>How far the middle is above or below its usual place, as a share of half the height.</summary>
    public required float Middle { get; init; }

    public static Writer Draw(float maximumSlant, ref RandomStream random)
    {
        Pen pen = random.Pick(_pens);
        (float thin, float thick, float pressure, float density, float grain) = pen switch
        {
            Pen.BallPen => (0.018f, 0.036f, 0.25f, 0.8f, 0f),
            Pen.FeltTip => (0.035f, 0.075f, 0.12f, 0.9f, 0f),
            Pen.Pencil => (0.018f, 0.045f, 0.35f, 0.55f, 0.5f),
            Pen.Brush => (0.04f, 0.08f, 0.65f, 0.85f, 0f),
            Pen.Nib => (0.04f, 0.085f, 0.05f, 0.9f, 0f),
            _ => (0.03f, 0.065f, 0.3f, 0.75f, 0.75f),
        };
        float leaning = random.Chance(0.5f) ? Math.Min(maximumSlant, 12) : maximumSlant;
        return new Writer
        {
            Pen = pen,
            Radius = random.NextSingle(thin, thick),
            Pressure = pressure * random.NextSingle(0.3f, 1),
            Nib = pen == Pen.Nib ? random.NextSingle(0.4f, 0.75f) : 0,
            NibTurn = random.Chance(0.6f) ? 0 : random.Signed(0.8f),
            IsHard = pen is Pen.FeltTip or Pen.BallPen && random.Chance(0.12f),
            Density = random.NextSingle(density, 1),
            Grain = grain * random.NextSingle(0.4f, 1),
            Fading = random.Chance(0.25f) ? random.NextSingle(0.1f, 0.5f) : 0,
            Gaps = random.Chance(0.2f) ? 0.5f : 0,
            Slant = Angle.TanDegrees(random.NextSingle(-leaning * 0.6f, leaning)),
            Turn = random.Bell() * 0.06f,
            Aspect = random.NextSingle(0.7f, random.Chance(0.3f) ? 1.6f : 1.2f),
            Jitter = random.NextSingle(0.5f, random.Chance(0.3f) ? 4.2f : 2.6f),
            Tremor = random.Chance(0.15f) ? random.NextSingle(0.3f, 1) : 0,
            Middle = random.Signed(0.16f),
        };
    }
}
