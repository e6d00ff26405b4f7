namespace MlNetDigits.Synthesis;

/// <summary>Kinds of pictures that show anything but one digit.</summary>
public enum NonDigit
{
    /// <summary>A letter that cannot be read as a digit.</summary>
    Letter,

    /// <summary>A made-up sign of several strokes.</summary>
    Glyph,

    /// <summary>A sign such as plus or an arrow.</summary>
    Symbol,

    /// <summary>An outline or a filled shape such as a triangle; no circle.</summary>
    Shape,

    /// <summary>A line without aim.</summary>
    Scribble,

    /// <summary>Paper without writing.</summary>
    Blank,

    /// <summary>Several small digits in a cell, as people pencil them.</summary>
    Candidates,

    /// <summary>The silhouette of a garment, a shoe or a bag.</summary>
    Garment,

    /// <summary>Noise, clouds or stripes.</summary>
    Noise,

    /// <summary>Two or three digits side by side.</summary>
    Digits,

    /// <summary>A digit cut by the border, so that no digit is left to read.</summary>
    HalfDigit,

    /// <summary>A digit in a mirror, lying or upside down, that is none then.</summary>
    TurnedDigit,

    /// <summary>A creature or a vehicle, as people doodle them.</summary>
    Drawing,

    /// <summary>A circle as compasses draw it; by hand it would be a zero.</summary>
    Circle,

    /// <summary>Two small digits side by side in a corner of a cell.</summary>
    Corner,

    /// <summary>A letter that has much of a digit, such as n, h, v, θ and ヨ.</summary>
    LookAlike,
}
