using MlNetDigits.Networks.Layers;

namespace MlNetDigits.Networks.Tests.Layers;

/// <summary>Every layer in every variant that has code of its own: a new layer is one more row.</summary>
internal static class LayerCases
{
    private static readonly Dictionary<string, (Func<Layer> Make, Shape Input)> All = new()
    {
        ["Conv2D 3×3"] = (() => new Conv2D(5, 3), new Shape(6, 5, 3)),
        ["Conv2D 3×3 of one channel"] = (() => new Conv2D(17, 3), new Shape(6, 5, 1)),
        ["Conv2D 5×5 same"] = (() => new Conv2D(6, 5, padding: Padding.Same), new Shape(5, 7, 2)),
        ["Conv2D 3×3 stride 2 same"] = (() => new Conv2D(4, 3, 2, Padding.Same), new Shape(7, 6, 3)),
        ["Conv2D 4×4 stride 3 same"] = (() => new Conv2D(4, 4, 3, Padding.Same), new Shape(8, 6, 3)),
        ["Conv2D 2×2 stride 3"] = (() => new Conv2D(4, 2, 3), new Shape(9, 7, 3)),
        ["Conv2D 1×1"] = (() => new Conv2D(9, 1), new Shape(3, 4, 5)),
        ["Conv2D 1×1 stride 2 without bias"] = (() => new Conv2D(4, 1, 2, Padding.Same, useBias: false), new Shape(5, 4, 6)),
        ["Conv2D 3×3 without bias"] = (() => new Conv2D(33, 3, useBias: false), new Shape(4, 4, 2)),
        ["Conv2D 5×1"] = (() => new Conv2D(6, 5, kernelWidth: 1), new Shape(5, 7, 3)),
        ["Conv2D 1×5 same"] = (() => new Conv2D(5, 1, padding: Padding.Same, kernelWidth: 5), new Shape(1, 9, 6)),
        ["Conv2D 2×3 stride 2"] = (() => new Conv2D(4, 2, 2, kernelWidth: 3), new Shape(6, 8, 1)),
        ["Dense"] = (() => new Dense(7), new Shape(1, 1, 19)),
        ["Dense of an image"] = (() => new Dense(18), new Shape(3, 2, 5)),
        ["MaxPool 2×2"] = (() => new MaxPool(), new Shape(6, 4, 3)),
        ["MaxPool 2×2 with a remainder"] = (() => new MaxPool(), new Shape(7, 5, 17)),
        ["MaxPool 3×3"] = (() => new MaxPool(3), new Shape(6, 7, 8)),
        ["AveragePool 2×2"] = (() => new AveragePool(), new Shape(6, 4, 3)),
        ["AveragePool 2×2 with a remainder"] = (() => new AveragePool(), new Shape(7, 5, 17)),
        ["AveragePool 3×3"] = (() => new AveragePool(3), new Shape(6, 7, 9)),
        ["GlobalAveragePool"] = (() => new GlobalAveragePool(), new Shape(5, 3, 18)),
        ["ReLU"] = (() => new Relu(), new Shape(3, 3, 5)),
        ["BatchNorm"] = (() => new BatchNorm(), new Shape(4, 3, 3)),
        ["BatchNorm of 17 channels"] = (() => new BatchNorm(), new Shape(2, 3, 17)),
        ["Dropout 0.4"] = (() => new Dropout(0.4f), new Shape(3, 5, 7)),
        ["Dropout 0"] = (() => new Dropout(0), new Shape(3, 5, 2)),
        ["Flatten"] = (() => new Flatten(), new Shape(3, 5, 2)),
        ["Add"] = (() => new Add(), new Shape(3, 5, 3)),
        // The layer of docs/add-a-layer.md.
        ["LeakyReLU"] = (() => new LeakyRelu(0.2f), new Shape(3, 3, 5)),
    };

    public static TheoryData<string, int> NamesAndSeeds
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (string name in All.Keys)
            {
                data.Add(name, 1);
                data.Add(name, 2);
            }

            return data;
        }
    }

    /// <summary>A network of the layer alone, with random parameters and statistics.</summary>
    public static Network CreateNetwork(string name, int seed)
    {
        (Func<Layer> make, Shape input) = All[name];
        var builder = new NetworkBuilder(input);
        if (make() is Add) builder.Residual(body => body.Add(new Relu()));
        else builder.Add(make());
        Network network = builder.Build(name, seed);
        Randoms.Uniform(network.State.Length, seed + 60, 0.2f, 2).CopyTo(network.State, 0);
        return network;
    }

    public static IEnumerable<Layer> Layers => All.Values.Select(one => one.Make());

    public static Layer Create(string name)
    {
        (Func<Layer> make, Shape input) = All[name];
        Layer layer = make();
        layer.Bind(input);
        return layer;
    }
}
