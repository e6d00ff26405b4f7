using Microsoft.ML.Data;

namespace Microsoft.ML.Transforms;

/// <summary>Finds the range of the numbers in a column, slot by slot.</summary>
internal abstract class RangeFinder
{
    /// <summary>Makes a finder for a column of Single or Double, scalar or known-size vector.</summary>
    public static RangeFinder Create(DataViewSchema.Column column)
    {
        var item = column.Type.GetItemType();
        if (column.Type.IsVariable())
            throw NormalizingEstimator.Unfit(column.Name, $"{column.Type}");
        return item == NumberDataViewType.Single ? new RangeFinder<float>(column.Type)
            : item == NumberDataViewType.Double ? new RangeFinder<double>(column.Type)
            : throw NormalizingEstimator.Unfit(column.Name, $"{column.Type}");
    }

    /// <summary>Makes the action that takes the row's present numbers into account.</summary>
    public abstract Action Bind(DataViewRow row, DataViewSchema.Column column);

    /// <summary>The function that scales the range.</summary>
    /// <param name="fixZero">Whether 0 stays 0 and the range becomes [-1, 1] at most; else it becomes [0, 1].</param>
    public abstract AffineFunction ToFunction(bool fixZero);
}
