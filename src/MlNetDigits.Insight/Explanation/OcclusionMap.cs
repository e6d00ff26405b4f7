namespace MlNetDigits.Explanation;

/// <summary>How a class's probability falls when a patch of the image is covered.</summary>
/// <remarks>Source: Zeiler and Fergus, "Visualizing and understanding convolutional networks", 2014, section 4.2.</remarks>
/// <param name="Class">The class, with its probability for the whole image.</param>
/// <param name="Values">Mean fall of the probability over the patches that cover each pixel, [height, width]; negative where covering raises it.</param>
/// <param name="Lowest">The least probability under any patch.</param>
/// <param name="Row">Row in the middle of the patch of the least probability, from 0.</param>
/// <param name="Column">Column in the middle of that patch, from 0.</param>
/// <param name="PatchSize">Rows and columns of the patch.</param>
public sealed record OcclusionMap(ClassScore Class, float[] Values, float Lowest, int Row, int Column, int PatchSize);
