using MlNetDigits.Networks.Augmentation;
using MlNetDigits.Networks.Randomness;

namespace MlNetDigits.Networks.Tests.Augmentation;

public sealed class RandomErasingTests
{
    private const int Side = 28;

    [Theory]
    [InlineData(0.1f)]
    [InlineData(0.4f)]
    public void Apply_Area_ErasesNoMoreThanItsShare(float area)
    {
        int[] erased = [.. Enumerable.Range(0, 200).Select(key => Erased(1, area, key))];

        Assert.All(erased, count => Assert.InRange(count, 1, area * Side * Side));
        Assert.True(erased.Max() > 0.8f * area * Side * Side);
    }

    [Theory]
    [InlineData(0.3f)]
    [InlineData(0.8f)]
    public void Apply_Probability_ErasesThatShareOfImages(float probability)
    {
        int images = Enumerable.Range(0, 2000).Count(key => Erased(probability, 0.2f, key) > 0);

        Assert.InRange(images / 2000f, probability - 0.04f, probability + 0.04f);
    }

    private static int Erased(float probability, float area, int key)
    {
        float[] image = [.. Enumerable.Range(0, Side * Side).Select(i => i % 2 == 0 ? -1f : 2f)];
        float[] before = [.. image];
        AugmentationOptions options = new() { ErasingProbability = probability, ErasingArea = area };

        RandomErasing.Apply(image, Side, Side, options, new RandomStream((ulong)key));

        return image.Where((value, i) => value != before[i]).Count();
    }
}
