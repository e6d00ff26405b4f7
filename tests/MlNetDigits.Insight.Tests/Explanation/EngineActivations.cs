using MlNetDigits.Networks;
using MlNetDigits.Networks.Execution;

namespace MlNetDigits.Tests.Explanation;

/// <summary>What the engine's own layers give: the output of a node of a network for one image.</summary>
internal static class EngineActivations
{
    /// <summary>Runs a network that ends in the node, so that no later layer uses its memory.</summary>
    /// <returns>The output as [channels, height, width].</returns>
    public static unsafe float[] Of(Network network, string node, float[] image)
    {
        NetworkNode last = network.Nodes.Single(candidate => candidate.Name == node);
        var head = new Network("head", network.InputShape, [.. network.Nodes.Take(last.Index + 1).Select(each => each with { StatisticOffset = each.StatisticOffset - network.ParameterCount })]);
        head = new Network("head", network.InputShape, [.. head.Nodes.Select(each => each with { StatisticOffset = each.StatisticOffset + head.ParameterCount })]);
        network.Parameters[..head.ParameterCount].CopyTo(head.Parameters);
        foreach (NetworkNode each in head.Nodes) network.StatisticsOf(network.Nodes[each.Index]).CopyTo(head.StatisticsOf(each));
        using var packed = new PackedParameters(head, head.State, forTraining: false);
        using var worker = new NetworkWorker(head, packed, 1, training: false);
        image.CopyTo(new Span<float>(worker.Input, image.Length));
        worker.Forward(1);

        Shape shape = last.Layer.OutputShape;
        var values = new float[shape.Size];
        for (int i = 0; i < values.Length; i++) values[i % shape.Channels * (shape.Height * shape.Width) + i / shape.Channels] = worker.Logits[i];
        return values;
    }
}
