using System.Globalization;

namespace Microsoft.ML.Data;

/// <summary>Walks scored data once and makes multiclass metrics of it.</summary>
internal static class MulticlassEvaluator
{
    public static MulticlassClassificationMetrics Evaluate(IDataView data, string labelName, string scoreName, string predictedLabelName, int topK)
    {
        var label = data.Schema.FindInput(labelName, "label");
        var score = data.Schema.FindInput(scoreName, "score");
        data.Schema.FindInput(predictedLabelName, "predicted label");
        if (label.Type is not KeyDataViewType && label.Type != NumberDataViewType.Single)
            throw SchemaErrors.Mismatch("schema", "label", labelName, "Single or Key", label.Type.ToString());
        if (score.Type is not VectorDataViewType { Size: >= 2, ItemType: NumberDataViewType item } || item != NumberDataViewType.Single)
            throw SchemaErrors.Mismatch("schema", "score", scoreName, "known-size vector of Single, two or more", score.Type.ToString());

        var classes = score.Type.GetValueCount();
        if (topK > classes + 1)
            throw new IndexOutOfRangeException($"The top {topK} of {classes} classes were asked for. Ask for {classes} at most.");
        var counts = new MulticlassCounts(classes);
        Count(data, label, score, counts);
        return counts.ToMetrics(Names(score, classes), topK);
    }

    private static void Count(IDataView data, DataViewSchema.Column label, DataViewSchema.Column score, MulticlassCounts counts)
    {
        using var cursor = data.GetRowCursor([label, score]);
        var readLabel = LabelReader.Make(cursor, label);
        var readScores = cursor.GetGetter<VBuffer<float>>(score);
        var dense = new float[score.Type.GetValueCount()];
        VBuffer<float> scores = default;
        while (cursor.MoveNext())
        {
            var actual = readLabel();
            if (actual == LabelReader.Missing)
                continue;
            readScores(ref scores);
            if (scores.Length != dense.Length)
                throw new InvalidOperationException($"The column '{score.Name}' needs vectors of length {dense.Length}; row {cursor.Position} has one of length {scores.Length}.");
            if (!scores.IsDense)
                scores.CopyTo(dense);
            counts.Add((ulong)actual, scores.IsDense ? scores.GetValues() : dense);
        }
    }

    /// <summary>The names of the score's slots, or their indices.</summary>
    private static string[] Names(DataViewSchema.Column score, int classes)
    {
        var column = score.Annotations.Schema.GetColumnOrNull(AnnotationKinds.SlotNames);
        if (column?.Type is not VectorDataViewType { ItemType: TextDataViewType } type || type.Size != classes)
            return [.. Enumerable.Range(0, classes).Select(i => i.ToString(CultureInfo.InvariantCulture))];
        VBuffer<ReadOnlyMemory<char>> names = default;
        score.Annotations.GetValue(AnnotationKinds.SlotNames, ref names);
        return [.. names.DenseValues().Select(name => name.ToString())];
    }
}
