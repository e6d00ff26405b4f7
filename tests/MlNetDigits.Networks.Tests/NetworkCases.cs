using MlNetDigits.Networks.Architectures;
using MlNetDigits.Networks.Layers;

namespace MlNetDigits.Networks.Tests;

/// <summary>Small networks of every architecture, and some whose layers share memory in every way that the plan allows.</summary>
internal static class NetworkCases
{
    public const int Classes = 4;

    private static readonly Shape Small = new(6, 5, 3);

    private static readonly Dictionary<string, Action<NetworkBuilder>> Made = new()
    {
        ["in place: conv, relu, flatten, dropout"] = builder => builder
            .Add(new Conv2D(6, 3)).Add(new Relu()).Add(new Flatten()).Add(new Dropout(0.3f)).Add(new Dense(Classes)),
        ["in place: max pool, relu, flatten, dropout"] = builder => builder
            .Add(new Conv2D(6, 3, padding: Padding.Same)).Add(new MaxPool()).Add(new Relu()).Add(new Flatten()).Add(new Dropout(0.3f)).Add(new Dense(Classes)),
        ["in place: batch norm, dropout, relu, dropout"] = builder => builder
            .Add(new Conv2D(5, 3)).Add(new BatchNorm()).Add(new Dropout(0.2f)).Add(new Relu()).Add(new Dropout(0.2f)).Add(new Dense(Classes)),
        ["relu first and last"] = builder => builder.Add(new Relu()).Add(new Dropout(0.2f)).Add(new Dense(Classes)).Add(new Relu()),
        ["residual of the input"] = builder => builder
            .Residual(body => body.Add(new Conv2D(3, 3, padding: Padding.Same))).Add(new Relu()).Add(new Dense(Classes)),
        ["residual of nothing: twice the same"] = builder => builder
            .Add(new Conv2D(4, 3)).Residual(_ => { }).Add(new Relu()).Add(new Dense(Classes)),
        ["residual with layers in place on both sides"] = builder => builder
            .Add(new Conv2D(4, 3)).Add(new Relu())
            .Residual(body => body.Add(new Conv2D(5, 3, 2, Padding.Same)).Add(new Relu()), shortcut => shortcut.Add(new Conv2D(5, 1, 2, Padding.Same)).Add(new Dropout(0.2f)))
            .Add(new Relu()).Add(new Dense(Classes)),
        ["residual whose body starts with relu"] = builder => builder
            .Add(new Conv2D(4, 3)).Residual(body => body.Add(new Relu()).Add(new Conv2D(4, 3, padding: Padding.Same))).Add(new Dense(Classes)),
        ["residual in a residual: four consumers"] = builder => builder
            .Add(new Conv2D(4, 3, padding: Padding.Same))
            .Residual(
                outer => outer.Residual(inner => inner.Add(new Conv2D(4, 3, padding: Padding.Same)).Add(new BatchNorm())).Add(new Relu()),
                shortcut => shortcut.Residual(inner => inner.Add(new Conv2D(4, 1))))
            .Add(new AveragePool()).Add(new Flatten()).Add(new Dense(Classes)),
        ["residuals in a row"] = builder => builder
            .Add(new Conv2D(4, 3, padding: Padding.Same)).Add(new Relu())
            .Residual(body => body.Add(new Conv2D(4, 3, padding: Padding.Same)).Add(new Relu())).Add(new Relu())
            .Residual(body => body.Add(new Conv2D(4, 3, padding: Padding.Same)).Add(new BatchNorm()).Add(new Relu())).Add(new Relu())
            .Add(new MaxPool()).Add(new GlobalAveragePool()).Add(new Dense(Classes)),
        ["logits of an average"] = builder => builder.Add(new Conv2D(Classes, 3)).Add(new GlobalAveragePool()),
        ["logits of a flattened image"] = builder => builder.Add(new Conv2D(2, 3)).Add(new Flatten()),
        ["logits of an image"] = builder => builder.Add(new Conv2D(2, 3)),
        ["convolution and pooling after dense"] = builder => builder
            .Add(new Dense(6)).Add(new Relu()).Add(new Conv2D(5, 1)).Add(new MaxPool(1)).Add(new Flatten()).Add(new AveragePool(1)).Add(new Dense(Classes)),
        ["residual of dense around a flattened image"] = builder => builder
            .Add(new Conv2D(2, 3)).Add(new Flatten()).Residual(body => body.Add(new Dense(24))).Add(new Dense(Classes)),
        ["sum of an average and a dense layer"] = builder => builder
            .Add(new Conv2D(4, 3)).Residual(body => body.Add(new GlobalAveragePool()), shortcut => shortcut.Add(new Dense(4))).Add(new BatchNorm()).Add(new Dense(Classes)),
    };

    public static TheoryData<string, int> NamesAndSeeds
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (string name in (IEnumerable<string>)[.. Architecture.Names, .. Made.Keys]) data.Add(name, 3);
            return data;
        }
    }

    /// <summary>Names of all architectures as test data.</summary>
    public static TheoryData<string> Architectures => new(Architecture.Names);

    public static Network Create(string name, int seed)
    {
        if (!Made.TryGetValue(name, out Action<NetworkBuilder>? make)) return Architecture.Create(name, name is "standard" or "fast" or "best" ? new Shape(22, 23, 1) : new Shape(14, 15, 1), Classes, seed);
        var builder = new NetworkBuilder(Small);
        make(builder);
        return builder.Build(name, seed);
    }

    /// <summary>The network with random biases, scales and statistics too, so that none of them hides an error.</summary>
    public static Network CreateRandom(string name, int seed)
    {
        Network network = Create(name, seed);
        foreach (NetworkNode node in network.Nodes)
        {
            Span<float> undecayed = network.ParametersOf(node)[node.Layer.DecayedParameterCount..];
            Randoms.Uniform(undecayed.Length, seed + node.Index, 0.3f, 0.9f).CopyTo(undecayed);
            Span<float> statistics = network.StatisticsOf(node);
            Randoms.Uniform(statistics.Length, seed + node.Index + 50, 0.3f, 1).CopyTo(statistics);
        }

        return network;
    }
}
