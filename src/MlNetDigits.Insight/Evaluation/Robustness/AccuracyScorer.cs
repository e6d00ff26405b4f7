using System.Numerics.Tensors;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace MlNetDigits.Evaluation.Robustness;

/// <summary>Counts how many images a model recognizes when their pixels are replaced.</summary>
internal sealed class AccuracyScorer(ITransformer model, ScoredImages clean, RobustnessOptions options)
{
    private readonly MLContext _ml = new();
    private readonly SchemaDefinition _schema = Describe(clean.ImageShape!.Value.Size, options.PixelsColumnName);
    private readonly float[] _image = new float[clean.ImageShape!.Value.Size];

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

    /// <summary>A list, since rows that are counted are scored many at a time.</summary>
    private PixelRow[] Rows(byte[] pixels) => [.. Enumerable.Range(0, clean.Count).Select(image => new PixelRow(pixels, image, _image))];

    /// <summary>One image; all share the floats that it is read into, since a view copies them before the next is asked for.</summary>
    private sealed class PixelRow(byte[] pixels, int image, float[] floats)
    {
        public float[] Pixels
        {
            get
            {
                TensorPrimitives.ConvertTruncating<byte, float>(pixels.AsSpan(image * floats.Length, floats.Length), floats);
                return floats;
            }
        }
    }
}
