namespace MlNetDigits.Explanation;

/// <summary>Where a layer's feature maps speak for a class: Grad-CAM.</summary>
/// <remarks>Source: Selvaraju et al., "Grad-CAM: visual explanations from deep networks via gradient-based localization", 2017 (arXiv:1610.02391), equations 1 and 2.</remarks>
/// <param name="Class">The class.</param>
/// <param name="Layer">The layer whose maps are weighed.</param>
/// <param name="Weights">Weight of each feature map: mean gradient of the class's logit by its values.</param>
/// <param name="Values">Sum of the weighed maps, [height, width] of the layer; negative sums are 0.</param>
public sealed record ClassActivationMap(ClassScore Class, ExplainedLayer Layer, float[] Weights, float[] Values);
