using MlNetDigits.Networks;
using MlNetDigits.Networks.Architectures;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Training;

public sealed class ConvolutionalNetworkPresetsTests
{
    public static TheoryData<string> Names => [.. ConvolutionalNetworkPresets.Names];

    [Fact]
    public void Names_All_AreFive() => Assert.Equal(["fast", "default", "best", "robust", "tiny"], ConvolutionalNetworkPresets.Names);

    [Theory]
    [MemberData(nameof(Names))]
    public void Get_AnyCase_GivesOptionsInRange(string name)
    {
        ConvolutionalNetworkOptions options = ConvolutionalNetworkPresets.Get(name.ToUpperInvariant());

        options.Validate();
        Assert.Same(ConvolutionalNetworkPresets.Get(name), options);
    }

    [Fact]
    public void Get_EachName_GivesItsProperty() => Assert.Equal(
        [ConvolutionalNetworkPresets.Fast, ConvolutionalNetworkPresets.Default, ConvolutionalNetworkPresets.Best, ConvolutionalNetworkPresets.Robust, ConvolutionalNetworkPresets.Tiny],
        ConvolutionalNetworkPresets.Names.Select(ConvolutionalNetworkPresets.Get));

    [Fact]
    public void Default_Options_AreTheTrainers() => Assert.Equal(new ConvolutionalNetworkOptions(), ConvolutionalNetworkPresets.Default);

    [Theory]
    [InlineData("best", 1_000_000)]
    [InlineData("tiny", 9_999)]
    public void Get_NetworkWithALimit_KeepsIt(string name, int most)
    {
        Network network = Architecture.Create(ConvolutionalNetworkPresets.Get(name).Architecture, new Shape(28, 28, 1), 10);

        Assert.InRange(network.ParameterCount, 1, most);
    }

    [Fact]
    public void Get_Unknown_NamesThePresets()
    {
        var error = Assert.Throws<ArgumentException>(() => ConvolutionalNetworkPresets.Get("slow"));

        Assert.StartsWith("There is no preset 'slow': use one of fast, default, best, robust, tiny.", error.Message);
    }
}
