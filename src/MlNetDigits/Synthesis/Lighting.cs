namespace MlNetDigits.Synthesis;

/// <summary>How light falls on a synthetic picture.</summary>
public enum Lighting
{
    /// <summary>The same everywhere.</summary>
    Even,

    /// <summary>Fading from one side to the other.</summary>
    Gradient,

    /// <summary>Fading from the middle to the corners.</summary>
    Vignette,

    /// <summary>A shadow with a hard or soft edge.</summary>
    Shadow,
}
