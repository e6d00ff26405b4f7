namespace MlNetDigits.Networks.Corruptions;

/// <summary>A kind of damage to images, in five strengths.</summary>
/// <remarks>Source of kinds and strengths: Mu and Gilmer, "MNIST-C: a robustness benchmark for computer vision", 2019, arXiv:1906.02337, and its code; occlusion is added here.</remarks>
public enum Corruption
{
    /// <summary>Turned about the centre by 0.2 to 1 radians, either way.</summary>
    Rotation,

    /// <summary>Moved by 1 to 5 pixels along both axes, either way.</summary>
    Shift,

    /// <summary>Shrunk to 90 % down to 50 %.</summary>
    Scale,

    /// <summary>Slanted by 0.2 to 1 radians, either way.</summary>
    Shear,

    /// <summary>Poisson noise of 60 down to 3 photons for full ink.</summary>
    ShotNoise,

    /// <summary>Gaussian noise of deviation 0.08 to 0.38.</summary>
    GaussianNoise,

    /// <summary>Blurred by a Gaussian of deviation 1 to 6 pixels.</summary>
    GaussianBlur,

    /// <summary>Smeared to one side along a direction of at most 45° to the horizontal.</summary>
    MotionBlur,

    /// <summary>Brightened by 0.1 to 0.5 everywhere.</summary>
    Brightness,

    /// <summary>Inverted in 3 to 7 columns at both sides; MNIST-C has the strongest alone.</summary>
    Stripes,

    /// <summary>Veiled by a plasma fractal.</summary>
    Fog,

    /// <summary>Stained by grey drops.</summary>
    Spatter,

    /// <summary>Covered by a square of paper of 6 to 14 pixels anywhere.</summary>
    Occlusion,
}
