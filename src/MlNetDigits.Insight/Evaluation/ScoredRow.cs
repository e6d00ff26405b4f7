using Microsoft.ML;
using Microsoft.ML.Data;

namespace MlNetDigits.Evaluation;

/// <summary>One image's scores as a row that ML.NET evaluates.</summary>
internal sealed class ScoredRow
{
    public float Label { get; set; }

    public float[] Score { get; set; } = [];

    public float PredictedLabel { get; set; }

    /// <summary>Gives scores back to ML.NET, with indices from 0 as labels.</summary>
    public static IDataView ToView(MLContext ml, ScoredImages images)
    {
        SchemaDefinition schema = SchemaDefinition.Create(typeof(ScoredRow));
        schema[nameof(Score)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, images.Classes);
        return ml.Data.LoadFromEnumerable(Enumerable.Range(0, images.Count).Select(image => new ScoredRow
        {
            Label = images.Labels[image],
            Score = images.ProbabilitiesOf(image).ToArray(),
            PredictedLabel = images.PredictedClasses[image],
        }), schema);
    }
}
