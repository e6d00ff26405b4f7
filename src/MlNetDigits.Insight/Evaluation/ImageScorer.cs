using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetDigits.Networks;
using MlNetDigits.Training;

namespace MlNetDigits.Evaluation;

/// <summary>Reads a model's scores of labelled rows.</summary>
internal static class ImageScorer
{
    /// <summary>Reads all rows that have a label.</summary>
    public static ScoredImages Read(IDataView scored, ScoringOptions options)
    {
        DataViewSchema.Column score = FindScore(scored.Schema, options.ScoreColumnName);
        DataViewSchema.Column label = scored.Schema.GetColumnOrNull(options.LabelColumnName)
            ?? throw new InvalidDataException($"There is no column '{options.LabelColumnName}' of true classes: give labelled images, or name another column.");
        PixelReader? pixels = options.KeepPixels ? new PixelReader(scored.Schema, options) : null;
        DataViewSchema.Column? digitScore = scored.Schema.GetColumnOrNull(options.DigitScoreColumnName);
        var classes = ClassIndex.Create(score, label, digitScore is null ? null : options.RejectionClass);
        var labels = new List<int>();
        var probabilities = new List<float>();
        List<float> digitScores = [], otherDigitScores = [];
        DataViewSchema.Column[] columns = [.. new[] { score, label, digitScore, pixels?.Column }.OfType<DataViewSchema.Column>()];
        using (DataViewRowCursor cursor = scored.GetRowCursor(columns))
        {
            Func<int?> getLabel = classes.Reader(cursor, label);
            ValueGetter<VBuffer<float>> getScore = cursor.GetGetter<VBuffer<float>>(score);
            Action? readPixels = pixels?.Reader(cursor);
            ValueGetter<VBuffer<float>>? getDigitScore = digitScore is { } there ? cursor.GetGetter<VBuffer<float>>(there) : null;
            VBuffer<float> values = default;
            while (cursor.MoveNext())
            {
                if (getLabel() is not { } known) continue;
                if (getDigitScore is not null)
                {
                    getDigitScore(ref values);
                    (known == ClassIndex.Refused ? otherDigitScores : digitScores).Add(values.GetItemOrDefault(0));
                }

                if (known == ClassIndex.Refused) continue;
                labels.Add(known);
                getScore(ref values);
                if (values.Length != classes.Names.Length)
                    throw new InvalidDataException($"Row {cursor.Position} has {values.Length} values in '{score.Name}', but there are {classes.Names.Length} classes: use a model with one output for each class.");
                probabilities.AddRange(values.DenseValues());
                readPixels?.Invoke();
            }
        }

        classes.RequireKnown();
        if (labels.Count == 0)
            throw new InvalidDataException("There is no labelled image to evaluate: give at least one.");
        try
        {
            return new ScoredImages(classes.Names, [.. labels], [.. probabilities], pixels?.ToArray(), pixels?.Shape) { DigitScores = digitScores, OtherDigitScores = otherDigitScores };
        }
        catch (ArgumentException error)
        {
            throw new InvalidDataException(error.Message.Split(" (Parameter")[0], error);
        }
    }

    /// <summary>Finds the column of probabilities and checks that it can be one.</summary>
    internal static DataViewSchema.Column FindScore(DataViewSchema schema, string name)
    {
        if (schema.GetColumnOrNull(name) is not { } score)
            throw new InvalidDataException($"The model gives no '{name}', but evaluation needs one probability for each class: use a model that classifies.");
        return score.Type is VectorDataViewType { Size: >= 2 } vector && vector.ItemType == NumberDataViewType.Single
            ? score
            : throw new InvalidDataException($"The model's '{name}' is {score.Type}, but must be a Vector<Single> with a probability for each of at least 2 classes: use a model that classifies.");
    }
}
