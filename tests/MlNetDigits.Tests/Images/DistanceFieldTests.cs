using MlNetDigits.Images.Normalization;

namespace MlNetDigits.Tests.Images;

public sealed class DistanceFieldTests
{
    [Theory]
    [InlineData(1, 0.5)]
    [InlineData(2, 0.9)]
    [InlineData(3, 0.05)]
    public void Signed_RandomShape_AgreesWithSearchingAllPixels(int seed, double share)
    {
        const int width = 17, height = 11;
        var random = new Random(seed);
        var inside = Enumerable.Range(0, width * height).Select(_ => random.NextDouble() < share).ToArray();

        var field = DistanceField.Signed(inside, width);

        for (var i = 0; i < field.Length; i++)
        {
            var nearest = Enumerable.Range(0, field.Length).Where(k => inside[k] != inside[i])
                .Min(k => Math.Sqrt(Math.Pow((k % width) - (i % width), 2) + Math.Pow((k / width) - (i / width), 2)));
            Assert.Equal(inside[i] ? nearest - 0.5 : 0.5 - nearest, field[i], 1e-4);
        }
    }
}
