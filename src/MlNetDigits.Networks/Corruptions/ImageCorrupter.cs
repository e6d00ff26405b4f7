using MlNetDigits.Networks.Randomness;
using MlNetDigits.Networks.Warping;

namespace MlNetDigits.Networks.Corruptions;

/// <summary>Damages grey images by chance, the same for equal keys; one instance per thread, as it owns scratch memory.</summary>
public sealed class ImageCorrupter
{
    /// <summary>The number of strengths of each corruption.</summary>
    public const int Strengths = 5;

    private readonly BilinearWarp _warp;
    private readonly PlasmaFractal _fog;
    private readonly GaussianFilter _filter;
    private readonly float[] _image;
    private readonly float[] _layer;
    private readonly float _unit;
    private readonly float _paper;

    /// <summary>Prepares for images of one size.</summary>
    /// <param name="height">Height in pixels, at least 1.</param>
    /// <param name="width">Width in pixels, at least 1.</param>
    /// <param name="paper">Grey value of empty paper, which takes the place of what is moved away or covered; default 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is below 1.</exception>
    public ImageCorrupter(int height, int width, byte paper = 0)
    {
        Height = Guard.AtLeast(1, height, nameof(height));
        Width = Guard.AtLeast(1, width, nameof(width));
        _paper = paper / 255f;
        _warp = new BilinearWarp(height, width, 1, _paper);
        _fog = new PlasmaFractal(height, width);
        _filter = new GaussianFilter(height, width);
        _image = new float[height * width];
        _layer = new float[height * width];
        // Lengths are those for MNIST's 28 pixels.
        _unit = Math.Max(height, width) / 28f;
    }

    /// <summary>Gets the images' height in pixels.</summary>
    public int Height { get; }

    /// <summary>Gets the images' width in pixels.</summary>
    public int Width { get; }

    /// <summary>Damages one image.</summary>
    /// <param name="corruption">The kind of damage.</param>
    /// <param name="strength">How strong it is, 1 to 5.</param>
    /// <param name="source">Height × width grey values.</param>
    /// <param name="destination">Receives as many values; may be the source itself.</param>
    /// <param name="key">Decides every random number; equal keys give equal bits.</param>
    /// <exception cref="ArgumentOutOfRangeException">The strength is not 1 to 5, or there is no such corruption.</exception>
    /// <exception cref="ArgumentException">A span's length is not height × width.</exception>
    public void Apply(Corruption corruption, int strength, ReadOnlySpan<byte> source, Span<byte> destination, ulong key)
    {
        if (source.Length != _image.Length || destination.Length != _image.Length)
            throw new ArgumentException($"The image has {source.Length} values and its place {destination.Length}, but {Height} x {Width} are {_image.Length}.");
        for (int i = 0; i < _image.Length; i++) _image[i] = source[i] / 255f;
        Apply(corruption, strength, key);
        for (int i = 0; i < _image.Length; i++) destination[i] = (byte)MathF.Round(_image[i] * 255);
    }

    /// <summary>Damages one image of values 0 to 1 in its place.</summary>
    internal void Apply(Corruption corruption, int strength, Span<float> image, ulong key)
    {
        image.CopyTo(_image);
        Apply(corruption, strength, key);
        _image.CopyTo(image);
    }

    private void Apply(Corruption corruption, int strength, ulong key)
    {
        Guard.Between(1, Strengths, strength, nameof(strength));
        var random = new RandomStream(key);
        Apply(corruption, strength - 1, ref random);
        foreach (ref float pixel in _image.AsSpan()) pixel = Math.Clamp(pixel, 0, 1);
    }

    private void Apply(Corruption corruption, int level, ref RandomStream random)
    {
        switch (corruption)
        {
            case Corruption.Rotation: Warp(Distortion.Rotation(level, ref random)); break;
            case Corruption.Shift: Warp(Distortion.Shift(level, _unit, ref random)); break;
            case Corruption.Scale: Warp(Distortion.Scale(level)); break;
            case Corruption.Shear: Warp(Distortion.Shear(level, ref random)); break;
            case Corruption.ShotNoise: Noise.Shot(_image, level, ref random); break;
            case Corruption.GaussianNoise: Noise.Gaussian(_image, level, ref random); break;
            case Corruption.GaussianBlur: _filter.Blur(_image, level, _unit); break;
            case Corruption.MotionBlur: MotionBlur.Apply(_image, _layer, Width, level, _unit, ref random); break;
            case Corruption.Brightness: Overlay.Brighten(_image, level); break;
            case Corruption.Stripes: Overlay.Stripe(_image, Width, level, _unit); break;
            case Corruption.Fog: _fog.Veil(_image, level, ref random); break;
            case Corruption.Spatter: Spatter.Apply(_image, _layer, _filter, level, _unit, ref random); break;
            case Corruption.Occlusion: Overlay.Occlude(_image, Width, level, _unit, _paper, ref random); break;
            default: throw new ArgumentOutOfRangeException(nameof(corruption), $"There is no corruption {corruption}: use one of {string.Join(", ", Enum.GetNames<Corruption>())}.");
        }
    }

    private void Warp(in Distortion distortion) => _warp.Apply(_image, _image, distortion.About((Height - 1) / 2f, (Width - 1) / 2f), field: null);
}
