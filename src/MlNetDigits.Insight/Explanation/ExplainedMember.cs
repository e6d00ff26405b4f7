using System.Numerics.Tensors;
using MlNetDigits.Networks.Onnx;
using MlNetDigits.Networks.Onnx.Gradients;

namespace MlNetDigits.Explanation;

/// <summary>One network of a model with the shapes of its layers and the gradients of its logits by them.</summary>
internal sealed class ExplainedMember
{
    private const int SmallestMapSide = 5;

    private readonly MemberAnatomy _anatomy;
    private readonly Dictionary<string, OnnxGradient> _gradients = [];
    private Dictionary<string, ExplainedLayer> _layers = [];

    public ExplainedMember(OnnxGraph graph, MemberAnatomy anatomy)
    {
        _anatomy = anatomy;
        LayerValues = [.. anatomy.Layers.Select(layer => layer.Value)];
        foreach (string value in LayerValues.Where(value => value != anatomy.Logits))
        {
            try
            {
                _gradients[value] = OnnxGradient.Of(graph, anatomy.Logits, value);
            }
            catch (NotSupportedException exception)
            {
                Obstacle = exception.Message;
            }
        }

        OnnxTensor kernels = anatomy.FirstKernels;
        int[] sizes = [.. kernels.Dimensions.Select(size => (int)size)];
        Kernels = new ConvolutionKernels(anatomy.FirstConvolution, sizes[0], sizes[1], sizes[2], sizes[3], kernels.ToFloats());
    }

    public ConvolutionKernels Kernels { get; }

    /// <summary>Layers in order, once <see cref="Measure"/> has run.</summary>
    public IReadOnlyList<ExplainedLayer> Layers { get; private set; } = [];

    /// <summary>Names of the layers' values.</summary>
    public IReadOnlyList<string> LayerValues { get; private set; }

    /// <summary>Why some layer has no gradient, or null.</summary>
    public string? Obstacle { get; }

    /// <summary>Names of all values that explaining this network reads.</summary>
    public IEnumerable<string> ObservedValues => LayerValues.Concat(_gradients.Values.SelectMany(gradient => gradient.RequiredValues)).Append(_anatomy.Logits).Distinct();

    /// <summary>Learns the layers' shapes from a run; values that are no images are no layers.</summary>
    public void Measure(IReadOnlyDictionary<string, OnnxActivation> values)
    {
        LayerAnatomy[] layers = [.. _anatomy.Layers.Where(layer => values[layer.Value].Dimensions.Count == 4)];
        _layers = layers.ToDictionary(layer => layer.Value, layer => values[layer.Value].Dimensions is [_, int channels, int height, int width] ? new ExplainedLayer(layer.Name, layer.Steps, channels, height, width) : throw new InvalidOperationException());
        LayerValues = [.. layers.Select(layer => layer.Value)];
        Layers = [.. LayerValues.Select(value => _layers[value])];
    }

    public FeatureMaps[] Maps(IReadOnlyDictionary<string, OnnxActivation> values) => [.. LayerValues.Select(value => new FeatureMaps(_layers[value], values[value].Values))];

    /// <summary>Finds the value that Grad-CAM weighs; null if no layer has a gradient.</summary>
    /// <exception cref="ArgumentException">There is no such layer.</exception>
    public string? ChooseLayer(string? name)
    {
        if (name is null)
        {
            string[] known = [.. LayerValues.Where(_gradients.ContainsKey)];
            return known.LastOrDefault(value => Math.Min(_layers[value].Height, _layers[value].Width) >= SmallestMapSide) ?? known.LastOrDefault();
        }

        string? chosen = LayerValues.FirstOrDefault(value => _layers[value].Name == name)
            ?? throw new ArgumentException($"The model has no layer '{name}': use one of {string.Join(", ", Layers.Select(layer => layer.Name))}.", nameof(name));
        return _gradients.ContainsKey(chosen) ? chosen : null;
    }

    /// <summary>Names of the values that <see cref="Activate"/> reads for a layer.</summary>
    public IEnumerable<string> ValuesFor(string layer) => _gradients[layer].RequiredValues;

    /// <summary>Grad-CAM of one class.</summary>
    public ClassActivationMap Activate(IReadOnlyDictionary<string, OnnxActivation> values, string layer, ClassScore score)
    {
        var seed = new float[values[_anatomy.Logits].Values.Length];
        seed[score.Index] = 1;
        float[] gradient = _gradients[layer].Compute(name => values[name], seed), maps = values[layer].Values;
        ExplainedLayer shape = _layers[layer];
        int size = shape.Height * shape.Width;
        var weights = new float[shape.Channels];
        var sum = new float[size];
        for (int channel = 0; channel < weights.Length; channel++)
        {
            weights[channel] = TensorPrimitives.Sum<float>(gradient.AsSpan(channel * size, size)) / size;
            TensorPrimitives.MultiplyAdd(maps.AsSpan(channel * size, size), weights[channel], sum, sum);
        }

        TensorPrimitives.Max(sum, 0f, sum);
        return new ClassActivationMap(score, shape, weights, sum);
    }
}
