namespace MlNetDigits.Synthesis;

/// <summary>What the strokes of a synthetic picture look like.</summary>
public enum Pen
{
    /// <summary>Thin lines of even strength.</summary>
    BallPen,

    /// <summary>Broad lines of even strength.</summary>
    FeltTip,

    /// <summary>Thin, pale, grainy lines.</summary>
    Pencil,

    /// <summary>Lines that swell and taper.</summary>
    Brush,

    /// <summary>Lines that are thin along one direction and broad across it, as of print.</summary>
    Nib,

    /// <summary>Broad lines with much grain.</summary>
    Chalk,

    /// <summary>Strokes of scanned digits.</summary>
    Scan,
}
