using MlNetDigits.Networks.Augmentation;

namespace MlNetDigits.Networks.Tests.Augmentation;

public sealed class AugmentationOptionsTests
{
    public static TheoryData<AugmentationOptions, string> OutOfRange => new()
    {
        { new() { RotationDegrees = 181 }, nameof(AugmentationOptions.RotationDegrees) },
        { new() { Scale = -0.1f }, nameof(AugmentationOptions.Scale) },
        { new() { Shear = 90 }, nameof(AugmentationOptions.Shear) },
        { new() { Translation = float.NaN }, nameof(AugmentationOptions.Translation) },
        { new() { ElasticAlpha = float.PositiveInfinity }, nameof(AugmentationOptions.ElasticAlpha) },
        { new() { ElasticSigma = 0 }, nameof(AugmentationOptions.ElasticSigma) },
        { new() { ErasingProbability = 1.1f }, nameof(AugmentationOptions.ErasingProbability) },
        { new() { ErasingArea = 1 }, nameof(AugmentationOptions.ErasingArea) },
        { new() { DamageProbability = 1.5f }, nameof(AugmentationOptions.DamageProbability) },
        { new() { Background = float.NaN }, nameof(AugmentationOptions.Background) },
    };

    [Theory]
    [MemberData(nameof(OutOfRange))]
    public void Validate_OutOfRange_NamesTheOption(AugmentationOptions options, string name)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(options.Validate);

        Assert.Equal(name, error.ParamName);
    }

    [Fact]
    public void IsEnabled_Presets_OnlyNoneIsOff()
    {
        Assert.False(AugmentationOptions.None.IsEnabled);
        Assert.True(AugmentationOptions.Mild.IsEnabled);
        Assert.True(AugmentationOptions.Strong.IsEnabled);
        Assert.True(AugmentationOptions.Photo.IsEnabled);
    }
}
