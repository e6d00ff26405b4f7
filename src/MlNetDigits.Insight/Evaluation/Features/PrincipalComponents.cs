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
        float[][] basis = Orthonormal(RandomBlock(features.Size, Math.Min(Block, Math.Min(features.Size, features.Count))));
        for (int i = 0; i < Iterations; i++) basis = Orthonormal(Iterate(centred, basis));

        // Within the subspace the components are exact: those of a small matrix.
        float[][] projected = [.. basis.Select(column => Project(centred, column))];
        var small = Matrix<double>.Build.Dense(basis.Length, basis.Length, (row, column) => TensorPrimitives.Dot<float>(projected[row], projected[column])).Evd(Symmetricity.Symmetric);
        (float[] first, double firstVariance) = Component(small, projected, basis, 0);
        (float[] second, double secondVariance) = basis.Length > 1 ? Component(small, projected, basis, 1) : (new float[features.Count], 0);
        return new FeatureProjection(first, second, firstVariance / total, secondVariance / total);
    }

    private static (float[] Places, double Variance) Component(MathNet.Numerics.LinearAlgebra.Factorization.Evd<double> small, float[][] projected, float[][] basis, int rank)
    {
        int index = small.EigenValues.Count - 1 - rank;
        Vector<double> direction = small.EigenVectors.Column(index);
        float[] loadings = Combine(basis, direction), places = Combine(projected, direction);
        if (loadings[TensorPrimitives.IndexOfMaxMagnitude<float>(loadings)] < 0) TensorPrimitives.Negate(places, places);
        return (places, Math.Max(0, small.EigenValues[index].Real));
    }

    /// <summary>Multiplies by the features and their transpose, image by image, while an image is in cache.</summary>
    private static float[][] Iterate(float[] centred, float[][] basis)
    {
        int size = basis[0].Length;
        float[][] next = [.. basis.Select(_ => new float[size])];
        for (int start = 0; start < centred.Length; start += size)
        {
            ReadOnlySpan<float> image = centred.AsSpan(start, size);
            for (int column = 0; column < basis.Length; column++)
                TensorPrimitives.MultiplyAdd(image, TensorPrimitives.Dot(image, basis[column]), next[column], next[column]);
        }

        return next;
    }

    private static float[] Project(float[] centred, float[] direction)
    {
        var places = new float[centred.Length / direction.Length];
        for (int i = 0; i < places.Length; i++) places[i] = TensorPrimitives.Dot(centred.AsSpan(i * direction.Length, direction.Length), direction);
        return places;
    }

    private static float[] Combine(float[][] columns, Vector<double> weights)
    {
        var sum = new float[columns[0].Length];
        for (int i = 0; i < columns.Length; i++) TensorPrimitives.MultiplyAdd(columns[i], (float)weights[i], sum, sum);
        return sum;
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

    private static float[][] RandomBlock(int size, int columns)
    {
        var random = new RandomStream(Key);
        float[][] block = [.. Enumerable.Range(0, columns).Select(_ => new float[size])];
        foreach (float[] column in block)
            foreach (ref float value in column.AsSpan()) value = random.NextGaussian();
        return block;
    }

    /// <summary>Gram and Schmidt's process; a column that depends on earlier ones becomes zero.</summary>
    private static float[][] Orthonormal(float[][] block)
    {
        for (int pass = 0; pass < 2; pass++)
        {
            for (int column = 0; column < block.Length; column++)
            {
                float[] direction = block[column];
                float length = TensorPrimitives.Norm<float>(direction);
                for (int earlier = 0; earlier < column; earlier++)
                    TensorPrimitives.MultiplyAdd(block[earlier], -TensorPrimitives.Dot<float>(block[earlier], direction), direction, direction);
                float rest = TensorPrimitives.Norm<float>(direction);
                TensorPrimitives.Multiply(direction, rest > 1e-5f * length ? 1 / rest : 0, direction);
            }
        }

        return block;
    }
}
