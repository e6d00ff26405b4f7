using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace MlNetDigits.Pipelines;

/// <summary>Reads the names of a model's classes.</summary>
public static class ModelClasses
{
    /// <summary>Gets the digit that a class stands for by its name.</summary>
    /// <param name="className">Name of the class, such as <c>7</c>.</param>
    /// <returns>0-9, or null for a class that is called otherwise.</returns>
    public static int? DigitOf(string className) => className is [>= '0' and <= '9' and var digit] ? digit - '0' : null;

    /// <summary>Gives the names that travel in a model as slot names of its scores; numbers from 0 without them.</summary>
    /// <param name="outputSchema">What the model's <c>GetOutputSchema</c> gives.</param>
    /// <param name="scoreColumnName">Column of probabilities; default <c>Score</c>.</param>
    /// <returns>One name for each class, in the order of scores.</returns>
    /// <exception cref="InvalidDataException">There are no probabilities of at least 2 classes.</exception>
    public static IReadOnlyList<string> Of(DataViewSchema outputSchema, string scoreColumnName = "Score")
    {
        ArgumentNullException.ThrowIfNull(outputSchema);
        if (outputSchema.GetColumnOrNull(scoreColumnName) is not { Type: VectorDataViewType { Size: >= 2 } type } score || type.ItemType != NumberDataViewType.Single)
            throw new InvalidDataException($"The model gives no '{scoreColumnName}' of at least 2 floats, one for each class. Use a model that tells classes apart.");
        if (score.Annotations.Schema.GetColumnOrNull("SlotNames")?.Type is not VectorDataViewType { ItemType: TextDataViewType } names || names.Size != type.Size)
            return [.. Enumerable.Range(0, type.Size).Select(number => number.ToString(CultureInfo.InvariantCulture))];
        VBuffer<ReadOnlyMemory<char>> texts = default;
        score.GetSlotNames(ref texts);
        return [.. texts.DenseValues().Select(text => text.ToString())];
    }
}
