using MlNetDigits.Networks.Onnx;

namespace MlNetDigits.Explanation;

/// <summary>One network of a model: its logits and its convolutional layers in order.</summary>
internal sealed class MemberAnatomy
{
    private static readonly HashSet<string> Activations = ["Relu", "LeakyRelu", "PRelu", "Elu", "Selu", "Celu", "Sigmoid", "HardSigmoid", "HardSwish", "Tanh", "Clip", "Softplus", "Softsign", "Gelu", "Mish"];
    private static readonly HashSet<string> Affine = ["BatchNormalization", "Identity", "Dropout"];
    private static readonly HashSet<string> Arithmetic = ["Add", "Mul", "Sub", "Div"];

    private readonly IReadOnlyList<OnnxNode> _nodes;
    private readonly HashSet<string> _constants;

    private MemberAnatomy(OnnxGraph graph, string logits)
    {
        Logits = logits;
        _nodes = graph.Ancestors(logits);
        _constants = [.. graph.Constants().Select(tensor => tensor.Name)];
        OnnxNode first = _nodes.FirstOrDefault(node => node.OpType == "Conv")
            ?? throw new InvalidDataException("it has no convolution, so there are no kernels and feature maps to show. Give a convolutional network.");
        FirstConvolution = NameOf(first);
        FirstKernels = graph.Constants().FirstOrDefault(tensor => tensor.Name == first.Inputs[1] && tensor is { ElementType: OnnxElementType.Float, Dimensions.Count: 4 })
            ?? throw new InvalidDataException($"the weights of its convolution '{FirstConvolution}' are no constant of [filters, channels, height, width].");
        Layers = [.. _nodes.Where(IsLayer).Select(Follow).DistinctBy(layer => layer.Value)];
    }

    /// <summary>Name of the logits, before softmax.</summary>
    public string Logits { get; }

    public string FirstConvolution { get; }

    public OnnxTensor FirstKernels { get; }

    /// <summary>Convolutions and sums of two values that vary, in the order of execution.</summary>
    public IReadOnlyList<LayerAnatomy> Layers { get; }

    public static MemberAnatomy Of(OnnxGraph graph, string logits) => new(graph, logits);

    private bool IsLayer(OnnxNode node) => node.OpType == "Conv" || (node.OpType == "Add" && !node.Inputs.Any(_constants.Contains));

    /// <summary>Goes on behind a layer, through normalization and bias, up to and with its activation.</summary>
    private LayerAnatomy Follow(OnnxNode start)
    {
        List<string> steps = [NameOf(start)];
        OnnxNode last = start;
        while (_nodes.Where(node => node.Inputs.Contains(last.Outputs[0])).Take(2).ToArray() is [OnnxNode next])
        {
            bool isActivation = Activations.Contains(next.OpType);
            if (!isActivation && !Affine.Contains(next.OpType) && !(Arithmetic.Contains(next.OpType) && next.Inputs.Any(_constants.Contains))) break;
            steps.Add(NameOf(next));
            last = next;
            if (isActivation) break;
        }

        return new LayerAnatomy(NameOf(start), last.Outputs[0], steps);
    }

    private static string NameOf(OnnxNode node) => node.Name.Length > 0 ? node.Name : node.Outputs[0];
}
