using System.Numerics.Tensors;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace MlNetDigits.Evaluation.Robustness;

/// <summary>Counts how many images a model recognizes when their pixels are replaced.</summary>
internal sealed class AccuracyScorer(ITransformer model, ScoredImages clean, RobustnessOptions options)
{
    private readonly MLContext _ml = new();
    private readonly SchemaDefinition _schema = Describe(clean.ImageShape!.Value.Size, options.PixelsColumnName);

    public ConfidenceInterval Score(byte[] pixels)
    {
        IDataView scored = model.Transform(_ml.Data.LoadFromEnumerable(Rows(pixels), _schema));
        DataViewSchema.Column score = scored.Schema[options.ScoreColumnName];
        using DataViewRowCursor cursor = scored.GetRowCursor([score]);
        ValueGetter<VBuffer<float>> getScore = cursor.GetGetter<VBuffer<float>>(score);
        var dense = new float[clean.Classes];
        VBuffer<float> values = default;
        int image = 0, hits = 0;
        for (; cursor.MoveNext(); image++)
        {
            getScore(ref values);
            values.CopyTo(dense);
            if (TensorPrimitives.IndexOfMax<float>(dense) == clean.Labels[image]) hits++;
        }

        return WilsonInterval.Of(hits, image, options.ConfidenceLevel);
    }

    private static SchemaDefinition Describe(int size, string column)
    {
        SchemaDefinition schema = SchemaDefinition.Create(typeof(PixelRow));
        schema[nameof(PixelRow.Pixels)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, size);
        schema[nameof(PixelRow.Pixels)].ColumnName = column;
        return schema;
    }

    /// <summary>One row object for all images: a view copies its values before the next is asked for.</summary>
    private IEnumerable<PixelRow> Rows(byte[] pixels)
    {
        int size = clean.ImageShape!.Value.Size;
        var row = new PixelRow { Pixels = new float[size] };
        for (int image = 0; image < clean.Count; image++)
        {
            TensorPrimitives.ConvertTruncating<byte, float>(pixels.AsSpan(image * size, size), row.Pixels);
            yield return row;
        }
    }

    private sealed class PixelRow
    {
        public float[] Pixels { get; set; } = [];
    }
}
