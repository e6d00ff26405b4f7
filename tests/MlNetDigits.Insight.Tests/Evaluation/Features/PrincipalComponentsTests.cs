using MathNet.Numerics.LinearAlgebra;
using MlNetDigits.Evaluation.Features;
using MlNetDigits.Networks.Randomness;

namespace MlNetDigits.Tests.Evaluation.Features;

public sealed class PrincipalComponentsTests
{
    [Fact]
    public void Project_PointsOnALine_FindsItsDirection()
    {
        var features = new ImageFeatures(3, 2, new float[] { 0, 0, 3, 4, 6, 8 });

        FeatureProjection projection = PrincipalComponents.Project(features);

        Assert.Equal([-5, 0, 5], projection.X.Select(x => Math.Round(x, 4)));
        Assert.Equal(1, projection.ExplainedX, 5);
        Assert.Equal(0, projection.ExplainedY, 5);
    }

    [Fact]
    public void Project_200ImagesOf40FeaturesWithSeed1_AgreesWithSingularValues()
    {
        float[] values = Draw(200, 40);
        Matrix<double> centred = Matrix<double>.Build.DenseOfRowMajor(200, 40, values.Select(value => (double)value));
        centred -= Vector<double>.Build.Dense(200, 1).OuterProduct(centred.ColumnSums() / 200);
        double[] singular = [.. centred.Svd().S];

        FeatureProjection projection = PrincipalComponents.Project(new ImageFeatures(200, 40, values));

        double total = singular.Sum(value => value * value);
        Assert.Equal(singular[0] * singular[0] / total, projection.ExplainedX, 5);
        Assert.Equal(singular[1] * singular[1] / total, projection.ExplainedY, 4);
        Assert.Equal(0, projection.X.Zip(projection.Y).Sum(place => (double)place.First * place.Second) / total, 4);
    }

    [Fact]
    public void Project_EqualImages_PutsAllAtTheOrigin()
    {
        FeatureProjection projection = PrincipalComponents.Project(new ImageFeatures(2, 3, new float[] { 1, 2, 3, 1, 2, 3 }));

        Assert.Equal([0, 0], projection.X);
        Assert.Equal((0.0, 0.0), (projection.ExplainedX, projection.ExplainedY));
    }

    /// <summary>Features whose deviations fall from one to the next, mixed among neighbours.</summary>
    private static float[] Draw(int count, int size)
    {
        var random = new RandomStream(1);
        var values = new float[count * size];
        for (int i = 0; i < values.Length; i++) values[i] = (random.NextGaussian() * 8 / (1 + (i % size))) + (i % size > 0 ? 0.3f * values[i - 1] : 0);
        return values;
    }
}
