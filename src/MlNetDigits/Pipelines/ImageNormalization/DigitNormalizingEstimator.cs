using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms.Image;

namespace MlNetDigits.Pipelines.ImageNormalization;

/// <summary>Normalizes digits by a mapping that ML.NET saves by its name alone; so its columns have fixed names, and are copied from and to the wanted ones.</summary>
/// <param name="catalog">The catalog of transforms.</param>
/// <param name="outputColumn">Column of pixels to make.</param>
/// <param name="imageColumn">Column of pictures.</param>
internal sealed class DigitNormalizingEstimator(TransformsCatalog catalog, string outputColumn, string imageColumn) : IEstimator<ITransformer>
{
    public ITransformer Fit(IDataView input)
    {
        ArgumentNullException.ThrowIfNull(input);
        RequirePictures(input.Schema);

        IEstimator<ITransformer>[] steps =
        [
            catalog.CopyColumns(ImageRow.Column, imageColumn),
            catalog.CustomMapping<ImageRow, PixelRow>(DigitMapping.Map, DigitMapping.Contract),
            catalog.CopyColumns(outputColumn, PixelRow.Column),
            catalog.DropColumns(ImageRow.Column, PixelRow.Column),
        ];
        // Not chained, since a chain would compare types of pictures, which are equal to none but themselves.
        var fitted = new List<ITransformer>();
        foreach (IEstimator<ITransformer> step in steps)
        {
            ITransformer transformer = step.Fit(input);
            fitted.Add(transformer);
            input = transformer.Transform(input);
        }

        return new TransformerChain<ITransformer>([.. fitted]);
    }

    /// <summary>ML.NET's own step from pictures to pixels makes a column of the same kind.</summary>
    public SchemaShape GetOutputSchema(SchemaShape inputSchema) => catalog.ExtractPixels(outputColumn, imageColumn).GetOutputSchema(inputSchema);

    private void RequirePictures(DataViewSchema schema)
    {
        if (schema.GetColumnOrNull(imageColumn)?.Type is not { } type)
            throw new ArgumentOutOfRangeException("input", $"Could not find column '{imageColumn}': make it with LoadImages, or name another one.");
        if (type.RawType != typeof(MLImage))
            throw new ArgumentOutOfRangeException("input", $"The column '{imageColumn}' is {type}, but must hold pictures: make it with LoadImages, or give rows with an MLImage.");
        if (type is ImageDataViewType { Height: > 0 })
            throw new ArgumentOutOfRangeException("input", $"The pictures of '{imageColumn}' are all {type}, but digits are found in pictures of any size: leave ResizeImages out, and mark the MLImage of a row with [AnySizeImage].");
    }
}
