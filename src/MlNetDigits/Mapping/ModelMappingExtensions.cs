using MlNetDigits.Networks.Onnx;

namespace MlNetDigits.Mapping;

/// <summary>Brings ONNX models of other programs into the form of this library's.</summary>
public static class ModelMappingExtensions
{
    /// <summary>Makes a model that takes <c>Pixels</c> of 0-255 and gives <c>Score</c> and <c>PredictedLabel</c>.</summary>
    /// <param name="model">Any model of images of 28×28; it is not changed.</param>
    /// <param name="mapping">What is known of it; default null: what it says itself.</param>
    /// <returns>The model to save and to use everywhere; one that needs no mapping is given back itself.</returns>
    /// <exception cref="InvalidDataException">It cannot be mapped so; the message says what was found and what to tell.</exception>
    public static OnnxModel ToDigitModel(this OnnxModel model, ModelMapping? mapping = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        return MappedGraph.Map(model, mapping);
    }
}
