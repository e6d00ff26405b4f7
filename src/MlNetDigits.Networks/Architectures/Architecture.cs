using MlNetDigits.Networks.Layers;

namespace MlNetDigits.Networks.Architectures;

/// <summary>Networks by name.</summary>
public static class Architecture
{
    private const int LineHeight = 28;
    private const int LineStride = 4;

    private static readonly Dictionary<string, Action<NetworkBuilder, int, float?>> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["standard"] = Standard,
        ["simple"] = Simple,
        ["lenet5"] = LeNet5,
        ["resnet"] = ResNet,
        ["tiny"] = Tiny,
        ["fast"] = Fast,
        ["best"] = Best,
    };

    /// <summary>Names of all architectures, the default first.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Known.Keys];

    /// <summary>Makes an untrained network.</summary>
    /// <param name="name">One of <see cref="Names"/>, in any case.</param>
    /// <param name="input">Shape of one image.</param>
    /// <param name="classes">Number of classes, at least 2.</param>
    /// <param name="seed">Seed of the initial weights; default 1.</param>
    /// <param name="dropout">Dropout rate before the last layer; default the architecture's own.</param>
    /// <returns>The network.</returns>
    /// <exception cref="ArgumentException">The name is unknown, or the images are too small.</exception>
    public static Network Create(string name, Shape input, int classes, int seed = 1, float? dropout = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Guard.AtLeast(2, classes, nameof(classes));
        if (dropout is { } rate) Guard.Below(0f, 1f, rate, nameof(dropout));
        if (!Known.TryGetValue(name, out Action<NetworkBuilder, int, float?>? add))
            throw new ArgumentException($"There is no architecture '{name}': use one of {string.Join(", ", Names)}.", nameof(name));
        var builder = new NetworkBuilder(input);
        add(builder, classes, dropout);
        return builder.Build(name.ToLowerInvariant(), seed);
    }

    /// <summary>Name of the network of <see cref="CreateLine"/>.</summary>
    public const string LineName = "line";

    /// <summary>Makes an untrained network that reads several things in a row, such as the digits of a line.</summary>
    /// <param name="input">Shape of one image, whose height is 28 and whose width is a multiple of 4.</param>
    /// <param name="classes">Number of classes, at least 2; the network has a further one, which stands between them.</param>
    /// <param name="seed">Seed of the initial weights; default 1.</param>
    /// <returns>The network: 1 row with a frame for every 4 columns, and a logit for each class.</returns>
    /// <exception cref="ArgumentException">The images are of another size.</exception>
    public static Network CreateLine(Shape input, int classes, int seed = 1)
    {
        Guard.AtLeast(2, classes, nameof(classes));
        if (input.Height != LineHeight || input.Width % LineStride != 0)
            throw new ArgumentException($"The images are {input}, but must be {LineHeight} high and a multiple of {LineStride} wide.", nameof(input));
        var builder = new NetworkBuilder(input);
        Normalized(builder, 16, 3, 1).Add(new Relu());
        Normalized(builder, 24, 3, 1).Add(new Relu()).Add(new MaxPool());
        Normalized(builder, 40, 3, 1).Add(new Relu());
        Normalized(builder, 56, 3, 1).Add(new Relu()).Add(new MaxPool());
        Normalized(builder, 96, 3, 1).Add(new Relu());
        // All rows come to one; a frame then sees two more on each side.
        builder.Add(new Conv2D(128, LineHeight / LineStride, useBias: false, kernelWidth: 1)).Add(new BatchNorm()).Add(new Relu());
        builder.Add(new Conv2D(96, 1, padding: Padding.Same, useBias: false, kernelWidth: 5)).Add(new BatchNorm()).Add(new Relu());
        return builder.Add(new Dropout(0.1f)).Add(new Conv2D(classes + 1, 1)).Build(LineName, seed);
    }

    /// <summary>The Keras example mnist_convnet: 34,826 parameters for 28×28 images and 10 classes.</summary>
    private static void Simple(NetworkBuilder builder, int classes, float? dropout) => builder
        .Add(new Conv2D(32, 3)).Add(new Relu()).Add(new MaxPool())
        .Add(new Conv2D(64, 3)).Add(new Relu()).Add(new MaxPool())
        .Add(new Flatten()).Add(new Dropout(dropout ?? 0.5f)).Add(new Dense(classes));

    /// <summary>After LeCun et al., "Gradient-based learning applied to document recognition", 1998, with ReLU.</summary>
    private static void LeNet5(NetworkBuilder builder, int classes, float? dropout)
    {
        builder
            .Add(new Conv2D(6, 5, padding: Padding.Same)).Add(new Relu()).Add(new AveragePool())
            .Add(new Conv2D(16, 5)).Add(new Relu()).Add(new AveragePool())
            .Add(new Flatten()).Add(new Dense(120)).Add(new Relu()).Add(new Dense(84)).Add(new Relu());
        if (dropout > 0) builder.Add(new Dropout(dropout.Value));
        builder.Add(new Dense(classes));
    }

    /// <summary>Three residual stages of 16, 32 and 64 channels, one block each.</summary>
    private static void ResNet(NetworkBuilder builder, int classes, float? dropout)
    {
        Normalized(builder, 16, 3, 1).Add(new Relu());
        foreach ((int channels, int stride) in ((int, int)[])[(16, 1), (32, 2), (64, 2)])
        {
            builder.Residual(
                body => Normalized(Normalized(body, channels, 3, stride).Add(new Relu()), channels, 3, 1),
                stride == 1 ? null : shortcut => Normalized(shortcut, channels, 1, stride)).Add(new Relu());
        }

        builder.Add(new GlobalAveragePool());
        if (dropout > 0) builder.Add(new Dropout(dropout.Value));
        builder.Add(new Dense(classes));
    }

    /// <summary>Under 10,000 parameters for 28×28 images: narrow convolutions after early pooling, and a last map small enough to flatten.</summary>
    private static void Tiny(NetworkBuilder builder, int classes, float? dropout)
    {
        Normalized(builder, 16, 3, 1, Padding.Valid).Add(new Relu()).Add(new MaxPool());
        Normalized(builder, 16, 3, 1, Padding.Valid).Add(new Relu());
        Normalized(builder, 24, 3, 1, Padding.Valid).Add(new Relu()).Add(new MaxPool()).Add(new Flatten());
        if (dropout > 0) builder.Add(new Dropout(dropout.Value));
        builder.Add(new Dense(classes));
    }

    /// <summary>The default: made for the most accuracy in a minute of training on two cores.</summary>
    private static void Standard(NetworkBuilder builder, int classes, float? dropout)
    {
        Normalized(builder, 16, 3, 1, Padding.Valid).Add(new Relu()).Add(new MaxPool());
        Normalized(builder, 32, 3, 1, Padding.Valid).Add(new Relu());
        Normalized(builder, 48, 3, 1, Padding.Valid).Add(new Relu()).Add(new MaxPool());
        Normalized(builder, 96, 3, 1, Padding.Valid).Add(new Relu());
        builder.Add(new Flatten()).Add(new Dropout(dropout ?? 0.3f)).Add(new Dense(classes));
    }

    /// <summary>Made for the shortest time to 99 % accuracy: no more than three narrow convolutions.</summary>
    private static void Fast(NetworkBuilder builder, int classes, float? dropout)
    {
        Normalized(builder, 16, 3, 1, Padding.Valid).Add(new Relu()).Add(new MaxPool());
        Normalized(builder, 32, 3, 1, Padding.Valid).Add(new Relu()).Add(new MaxPool());
        Normalized(builder, 64, 3, 1, Padding.Valid).Add(new Relu()).Add(new Flatten());
        if (dropout > 0) builder.Add(new Dropout(dropout.Value));
        builder.Add(new Dense(classes));
    }

    /// <summary>Made for the most accuracy in an hour of training on two cores.</summary>
    private static void Best(NetworkBuilder builder, int classes, float? dropout)
    {
        Normalized(builder, 32, 3, 1, Padding.Valid).Add(new Relu());
        Normalized(builder, 32, 3, 1, Padding.Valid).Add(new Relu()).Add(new MaxPool());
        Normalized(builder, 64, 3, 1, Padding.Valid).Add(new Relu());
        Normalized(builder, 64, 3, 1, Padding.Valid).Add(new Relu()).Add(new MaxPool());
        Normalized(builder, 128, 3, 1).Add(new Relu());
        builder.Add(new Flatten()).Add(new Dropout(dropout ?? 0.4f)).Add(new Dense(classes));
    }

    private static NetworkBuilder Normalized(NetworkBuilder builder, int channels, int kernel, int stride, Padding padding = Padding.Same) =>
        builder.Add(new Conv2D(channels, kernel, stride, padding, useBias: false)).Add(new BatchNorm());
}
