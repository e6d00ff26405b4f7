using MlNetDigits.Networks.Corruptions;
using MlNetDigits.Networks.Randomness;
using MlNetDigits.Networks.Warping;

namespace MlNetDigits.Networks.Augmentation;

/// <summary>Distorts training images at random; one instance per thread, as it owns scratch memory.</summary>
public sealed class ImageAugmenter
{
    private static readonly Corruption[] Kinds = Enum.GetValues<Corruption>();

    private readonly AugmentationOptions _options;
    private readonly BilinearWarp? _warp;
    private readonly ElasticField? _field;
    private readonly ImageCorrupter? _corrupter;

    /// <summary>Prepares the distortions for images of one size.</summary>
    /// <param name="height">Height in pixels, at least 1.</param>
    /// <param name="width">Width in pixels, at least 1.</param>
    /// <param name="channels">Values per pixel, at least 1.</param>
    /// <param name="options">How far images are distorted.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is below 1, or an option is out of range.</exception>
    /// <exception cref="ArgumentException">Images of several channels are to be damaged.</exception>
    public ImageAugmenter(int height, int width, int channels, AugmentationOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(channels, 1);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        Height = height;
        Width = width;
        Channels = channels;
        _options = options;
        if (options.IsAffine || options.IsElastic)
            _warp = new BilinearWarp(height, width, channels, options.Background);
        if (options.IsElastic)
            _field = new ElasticField(height, width, _warp!.Stride, options.ElasticAlpha, options.ElasticSigma);
        if (!options.IsDamaging)
            return;
        if (channels != 1)
            throw new ArgumentException($"Images of {channels} channels cannot be damaged, which is for grey ones: set DamageProbability to 0.", nameof(options));
        _corrupter = new ImageCorrupter(height, width, (byte)MathF.Round(255 * Math.Clamp(options.Background, 0, 1)));
    }

    private enum Stage : ulong
    {
        Affine,
        Elastic,
        Erasing,
        Damage,
    }

    /// <summary>Gets the images' height in pixels.</summary>
    public int Height { get; }

    /// <summary>Gets the images' width in pixels.</summary>
    public int Width { get; }

    /// <summary>Gets the values per pixel.</summary>
    public int Channels { get; }

    /// <summary>Distorts one image: affine and elastic in one bilinear resampling, then erasing, then damage.</summary>
    /// <param name="source">Height × width × channels values of any range.</param>
    /// <param name="destination">Receives as many values; may be the source itself.</param>
    /// <param name="key">Decides every random number; equal keys give equal bits.</param>
    /// <exception cref="ArgumentException">A span's length is not height × width × channels.</exception>
    public void Apply(ReadOnlySpan<float> source, Span<float> destination, ulong key)
    {
        RequireLength(source.Length, nameof(source));
        RequireLength(destination.Length, nameof(destination));
        if (_warp is null)
        {
            source.CopyTo(destination);
        }
        else
        {
            _field?.Draw(Random(key, Stage.Elastic));
            AffineMap map = RandomAffine.Draw(_options, Height, Width, Random(key, Stage.Affine));
            _warp.Apply(source, destination, map, _field);
        }

        if (_options.IsErasing)
            RandomErasing.Apply(destination, Height, Width, _options, Random(key, Stage.Erasing));
        if (_corrupter is not null)
            Damage(_corrupter, destination, Random(key, Stage.Damage));
    }

    private void Damage(ImageCorrupter corrupter, Span<float> image, RandomStream random)
    {
        if (random.NextSingle() >= _options.DamageProbability)
            return;
        Corruption corruption = Kinds[random.Next(Kinds.Length)];
        corrupter.Apply(corruption, 1 + random.Next(ImageCorrupter.Strengths), image, random.NextUInt64());
    }

    private static RandomStream Random(ulong key, Stage stage) => new(RandomStream.Mix(key, (ulong)stage));

    private void RequireLength(int length, string name)
    {
        int expected = Height * Width * Channels;
        if (length != expected)
            throw new ArgumentException($"The {name} has {length} values; an image of {Height} x {Width} x {Channels} has {expected}.", name);
    }
}
