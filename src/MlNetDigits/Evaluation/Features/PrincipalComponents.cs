using System.Numerics.Tensors;
using MathNet.Numerics.LinearAlgebra;
using MlNetDigits.Networks.Randomness;

namespace MlNetDigits.Evaluation.Features;

/// <summary>Finds the first two principal components by subspace iteration, which needs no covariance matrix.</summary>
/// <remarks>Source: Halko, Martinsson and Tropp, "Finding structure with randomness", 2011, algorithms 4.4 and 5.1.</remarks>
public static class PrincipalComponents
{
    private const int Block = 8, Iterations = 30;
    private const ulong Key = 0x9CA;

    /// <summary>Projects features on their first two principal components.</summary>
    /// <param name="features">The features, at least one image.</param>
    /// <returns>The map; of either sign of a component, the one whose largest loading is positive. Zeros without variance.</returns>
    /// <exception cref="ArgumentException">There is no image or no feature.</exception>
    public static FeatureProjection Project(ImageFeatures features)
    {
        ArgumentNullException.ThrowIfNull(features);
        if (features.Count < 1 || features.Size < 1)
            throw new ArgumentException($"{features.Count} images of {features.Size} features have no components: give at least one of each.", nameof(features));
        float[] centred = Centre(features);
        double total = TensorPrimitives.SumOfSquares<float>(centred);
        if (total == 0) return new FeatureProjection(new float[features.Count], new float[features.Count], 0, 0);
        Matrix<float> x = Matrix<float>.Build.Dense(features.Size, features.Count, centred);
        Matrix<float> basis = Orthonormal(RandomBlock(features.Size, Math.Min(Block, Math.Min(features.Size, features.Count))));
        for (int i = 0; i < Iterations; i++) basis = Orthonormal(x * x.TransposeThisAndMultiply(basis));

        // Within the subspace the components are exact: those of a small matrix.
        Matrix<float> projected = x.TransposeThisAndMultiply(basis);
        var small = projected.TransposeThisAndMultiply(projected).ToDouble().Evd(Symmetricity.Symmetric);
        (float[] first, double firstVariance) = Component(small, projected, basis, 0);
        (float[] second, double secondVariance) = basis.ColumnCount > 1 ? Component(small, projected, basis, 1) : (new float[features.Count], 0);
        return new FeatureProjection(first, second, firstVariance / total, secondVariance / total);
    }

    private static (float[] Places, double Variance) Component(MathNet.Numerics.LinearAlgebra.Factorization.Evd<double> small, Matrix<float> projected, Matrix<float> basis, int rank)
    {
        int index = small.EigenValues.Count - 1 - rank;
        Vector<float> direction = small.EigenVectors.Column(index).ToSingle(), loadings = basis * direction;
        float sign = loadings[loadings.AbsoluteMaximumIndex()] < 0 ? -1 : 1;
        return ((projected * direction * sign).ToArray(), Math.Max(0, small.EigenValues[index].Real));
    }

    private static float[] Centre(ImageFeatures features)
    {
        float[] values = features.Values.ToArray();
        var mean = new float[features.Size];
        for (int i = 0; i < features.Count; i++) TensorPrimitives.Add(mean, values.AsSpan(i * features.Size, features.Size), mean);
        TensorPrimitives.Divide(mean, features.Count, mean);
        for (int i = 0; i < features.Count; i++)
        {
            Span<float> row = values.AsSpan(i * features.Size, features.Size);
            TensorPrimitives.Subtract(row, mean, row);
        }

        return values;
    }

    private static Matrix<float> RandomBlock(int rows, int columns)
    {
        var random = new RandomStream(Key);
        var values = new float[rows * columns];
        foreach (ref float value in values.AsSpan()) value = random.NextGaussian();
        return Matrix<float>.Build.Dense(rows, columns, values);
    }

    /// <summary>Gram and Schmidt's process; a column that depends on earlier ones becomes zero.</summary>
    private static Matrix<float> Orthonormal(Matrix<float> block)
    {
        for (int pass = 0; pass < 2; pass++)
        {
            for (int column = 0; column < block.ColumnCount; column++)
            {
                Vector<float> direction = block.Column(column);
                double length = direction.L2Norm();
                for (int earlier = 0; earlier < column; earlier++) direction -= block.Column(earlier) * block.Column(earlier).DotProduct(direction);
                double rest = direction.L2Norm();
                block.SetColumn(column, rest > 1e-5 * length ? direction / (float)rest : direction * 0);
            }
        }

        return block;
    }
}
