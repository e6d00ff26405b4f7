namespace MlNetDigits.Networks.Augmentation;

/// <summary>How far training images are randomly distorted; zero turns a distortion off.</summary>
public sealed record AugmentationOptions
{
    /// <summary>Gets options that leave every image as it is.</summary>
    public static AugmentationOptions None { get; } = new();

    /// <summary>Gets small rotations, scalings, shears and shifts, for short trainings.</summary>
    public static AugmentationOptions Mild { get; } = new() { RotationDegrees = 8, Scale = 0.08f, Shear = 6, Translation = 1.5f };

    /// <summary>Gets affine distortions with slight elastic ones, for trainings of many epochs.</summary>
    public static AugmentationOptions Medium { get; } = new()
    {
        RotationDegrees = 10,
        Scale = 0.1f,
        Shear = 8,
        Translation = 2,
        ElasticAlpha = 15,
        ElasticSigma = 4,
    };

    /// <summary>Gets wider affine distortions with elastic ones, for long trainings.</summary>
    public static AugmentationOptions Strong { get; } = new()
    {
        RotationDegrees = 12,
        Scale = 0.15f,
        Shear = 10,
        Translation = 2,
        ElasticAlpha = 20,
        ElasticSigma = 4,
    };

    /// <summary>Gets strong distortions, and on a third of the images a damage of cameras and scanners, for pictures as people have them.</summary>
    public static AugmentationOptions Photo { get; } = Strong with { DamageProbability = 0.35f };

    /// <summary>Gets the largest rotation to either side in degrees.</summary>
    /// <value>0 to 180; default 0.</value>
    public float RotationDegrees { get; init; }

    /// <summary>Gets the largest change of width and height, each, as a fraction.</summary>
    /// <value>0 to 0.9; default 0; 0.1 scales by 0.9 to 1.1.</value>
    public float Scale { get; init; }

    /// <summary>Gets the largest slant to either side in degrees.</summary>
    /// <value>0 to 60; default 0.</value>
    public float Shear { get; init; }

    /// <summary>Gets the largest shift along each axis in pixels.</summary>
    /// <value>0 to 1024; default 0.</value>
    public float Translation { get; init; }

    /// <summary>Gets the factor of the smoothed random displacement, as Simard et al. define it.</summary>
    /// <value>0 to 1000 pixels; default 0; 34 with a sigma of 4 shifts a pixel by about 1.4.</value>
    public float ElasticAlpha { get; init; }

    /// <summary>Gets the smoothness of the displacement: a Gaussian's deviation in pixels.</summary>
    /// <value>0.5 to 100 pixels; default 4.</value>
    public float ElasticSigma { get; init; } = 4;

    /// <summary>Gets the probability that a rectangle of an image is erased.</summary>
    /// <value>0 to 1; default 0.</value>
    public float ErasingProbability { get; init; }

    /// <summary>Gets the largest erased share of the image's area.</summary>
    /// <value>0 to 0.9; default 0.2; the smallest share is 0.02.</value>
    public float ErasingArea { get; init; } = 0.2f;

    /// <summary>Gets the probability that an image is damaged in one way: noise, blur, fog, stains, stripes and more.</summary>
    /// <value>0 to 1; default 0; for grey images of values 0 to 1. All kinds of <see cref="Corruptions.Corruption"/> and all strengths are equally likely.</value>
    public float DamageProbability { get; init; }

    /// <summary>Gets the value of everything outside the source image.</summary>
    /// <value>Default 0.</value>
    public float Background { get; init; }

    /// <summary>Gets whether any distortion is on.</summary>
    public bool IsEnabled => IsAffine || IsElastic || IsErasing || IsDamaging;

    internal bool IsAffine => RotationDegrees > 0 || Scale > 0 || Shear > 0 || Translation > 0;

    internal bool IsElastic => ElasticAlpha > 0;

    internal bool IsDamaging => DamageProbability > 0;

    internal bool IsErasing => ErasingProbability > 0 && ErasingArea > 0;

    /// <summary>Throws when a value is outside its range.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range; the message names both.</exception>
    public void Validate()
    {
        Require(RotationDegrees, 0, 180, nameof(RotationDegrees));
        Require(Scale, 0, 0.9f, nameof(Scale));
        Require(Shear, 0, 60, nameof(Shear));
        Require(Translation, 0, 1024, nameof(Translation));
        Require(ElasticAlpha, 0, 1000, nameof(ElasticAlpha));
        Require(ElasticSigma, 0.5f, 100, nameof(ElasticSigma));
        Require(ErasingProbability, 0, 1, nameof(ErasingProbability));
        Require(ErasingArea, 0, 0.9f, nameof(ErasingArea));
        Require(DamageProbability, 0, 1, nameof(DamageProbability));
        Require(Background, float.MinValue, float.MaxValue, nameof(Background));
    }

    private static void Require(float value, float minimum, float maximum, string name)
    {
        if (!(value >= minimum && value <= maximum))
            throw new ArgumentOutOfRangeException(name, FormattableString.Invariant($"Augmentation's {name} is {value}; give a value from {minimum} to {maximum}."));
    }
}
