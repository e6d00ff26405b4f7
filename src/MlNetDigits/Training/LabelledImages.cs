using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetDigits.Networks;
using MlNetDigits.Networks.Training;

namespace MlNetDigits.Training;

/// <summary>A view's feature and label columns in memory.</summary>
internal sealed record LabelledImages(ImageSet Images, IReadOnlyList<string> ClassNames)
{
    /// <summary>Reads all rows that have a label.</summary>
    /// <param name="view">The rows.</param>
    /// <param name="options">Names of the columns and the images' shape.</param>
    /// <param name="name">What the caller calls the view.</param>
    public static LabelledImages Read(IDataView view, ConvolutionalNetworkOptions options, string name)
    {
        DataViewSchema.Column features = Find(view.Schema, options.FeatureColumnName, name), label = Find(view.Schema, options.LabelColumnName, name);
        Shape shape = ShapeOf(features, options.ImageShape, name);
        int classes = ClassesOf(label, name);

        var builder = new ImageSetBuilder(shape, (int)Math.Min(view.GetRowCount() ?? 0, int.MaxValue / shape.Size));
        try
        {
            ReadRows(view, features, label, shape, builder);
        }
        catch (InvalidOperationException wrapping) when (wrapping.InnerException is { } cause && wrapping.Message.StartsWith("Splitter/consolidator", StringComparison.Ordinal))
        {
            // ML.NET reads ahead on threads of its own, and says nothing of what went wrong there.
            throw new InvalidOperationException(cause.GetBaseException().Message, cause);
        }

        if (builder.Count == 0) throw new InvalidOperationException($"No row has a label in '{label.Name}': check that the data is not empty and that its labels are among the keys.");
        return new LabelledImages(builder.Build(), KeyColumn.Names(label) ?? KeyColumn.Numbers(classes));
    }

    private static void ReadRows(IDataView view, DataViewSchema.Column features, DataViewSchema.Column label, Shape shape, ImageSetBuilder builder)
    {
        using DataViewRowCursor cursor = view.GetRowCursor([features, label]);
        ValueGetter<VBuffer<float>> getFeatures = cursor.GetGetter<VBuffer<float>>(features);
        Func<ulong> getLabel = KeyColumn.Getter(cursor, label);
        VBuffer<float> values = default;
        var pixels = new float[shape.Size];
        while (cursor.MoveNext())
        {
            ulong raw = getLabel();
            if (raw == 0) continue;
            getFeatures(ref values);
            if (values.Length != shape.Size)
                throw new InvalidOperationException($"Row {cursor.Position} has {values.Length} values in '{features.Name}', but {shape} needs {shape.Size}.");
            values.CopyTo(pixels);
            RequireFinite(pixels, cursor.Position, features.Name);
            builder.Add(pixels, (int)(raw - 1));
        }
    }

    private static DataViewSchema.Column Find(DataViewSchema schema, string column, string name) =>
        schema.GetColumnOrNull(column) ?? throw new ArgumentOutOfRangeException(name, $"Could not find column '{column}': add a transform that makes it, or name another in the trainer's options.");

    private static int ClassesOf(DataViewSchema.Column label, string name) => label.Type switch
    {
        KeyDataViewType { Count: >= 2 and <= int.MaxValue } key => (int)key.Count,
        KeyDataViewType key => throw new ArgumentOutOfRangeException(name, $"The label column '{label.Name}' is {key}, which knows {key.Count} classes, but training needs at least 2: give rows of another class, or map with keyData."),
        _ => throw new ArgumentOutOfRangeException(name, $"The label column '{label.Name}' is {label.Type}, but must be a key: add MapDigitLabel or Conversion.MapValueToKey before the trainer."),
    };

    private static Shape ShapeOf(DataViewSchema.Column features, Shape? given, string name)
    {
        if (features.Type is not VectorDataViewType { IsKnownSize: true } vector || vector.ItemType != NumberDataViewType.Single)
            throw new ArgumentOutOfRangeException(name, $"The feature column '{features.Name}' is {features.Type}, but must be a Vector<Single> of known size: declare it with [VectorType(784)].");
        if (given is { } shape)
        {
            return shape.Size == vector.Size ? shape
                : throw new ArgumentOutOfRangeException(name, $"The feature column '{features.Name}' has {vector.Size} values, but ImageShape {shape} needs {shape.Size}.");
        }

        if (vector.Dimensions is [.., > 1 and var height, > 1 and var width] && height * width == vector.Size) return new Shape(height, width, 1);
        int side = (int)Math.Round(Math.Sqrt(vector.Size));
        return side * side == vector.Size ? new Shape(side, side, 1)
            : throw new ArgumentOutOfRangeException(name, $"The feature column '{features.Name}' has {vector.Size} values, which make no square: set ImageShape in the trainer's options.");
    }

    private static void RequireFinite(ReadOnlySpan<float> pixels, long row, string column)
    {
        for (int i = 0; i < pixels.Length; i++)
            if (!float.IsFinite(pixels[i])) throw new InvalidOperationException(FormattableString.Invariant($"Value {i} of '{column}' in row {row} is {pixels[i]}: replace or drop values that are not finite."));
    }
}
