using MlNetDigits.Networks.Layers;

namespace MlNetDigits.Networks.Inference;

/// <summary>Makes a network that computes the same with fewer passes over memory, for inference alone.</summary>
/// <remarks>Batch normalization becomes part of the convolution before it; ReLU and maximum pooling follow in its cache; dropout is left out.</remarks>
internal static class InferenceNetwork
{
    /// <summary>Makes it of a network's present weights; the network itself stays as it is.</summary>
    public static Network From(Network network)
    {
        var builder = new NetworkBuilder(network.InputShape);
        var chains = new List<FusedChain>();
        var places = new Dictionary<int, int> { [-1] = -1, [NetworkBuilder.NoNode] = NetworkBuilder.NoNode };
        int last = network.Nodes.Count - 1;
        foreach (NetworkNode node in network.Nodes)
        {
            if (places.ContainsKey(node.Index)) continue;
            if (node.Layer is Dropout && node.Index != last)
            {
                places[node.Index] = places[node.Input];
                continue;
            }

            FusedChain chain = FusedChain.From(network, node);
            (Layer layer, bool isShared) = chain.CreateLayer();
            int place = builder.Append(layer, places[node.Input], places[node.SecondInput], isShared);
            foreach (NetworkNode member in chain.Nodes) places[member.Index] = place;
            chains.Add(chain);
        }

        Network fused = builder.Build(network.Architecture, seed: 0);
        for (int i = 0; i < chains.Count; i++) chains[i].CopyParameters(network, fused, fused.Nodes[i]);
        return fused;
    }
}
