using System.Globalization;
using MlNetDigits.Networks.Architectures;
using MlNetDigits.Networks.Layers;

namespace MlNetDigits.Networks.Tests.Architectures;

public sealed class ArchitectureTests
{
    private static readonly Shape _digits = new(28, 28, 1);

    public static TheoryData<string> Names => NetworkCases.Architectures;

    [Fact]
    public void Names_All_StartWithTheDefault() => Assert.Equal(["standard", "simple", "lenet5", "resnet", "tiny", "fast", "best"], Architecture.Names);

    [Theory]
    [InlineData("simple", 34_826)]
    [InlineData("lenet5", 61_706)]
    public void Create_KnownNetwork_HasItsParameters(string name, int parameters) => Assert.Equal(parameters, Architecture.Create(name, _digits, 10).ParameterCount);

    [Fact]
    public void Create_Tiny_HasFewerThanTenThousandParameters() => Assert.InRange(Architecture.Create("tiny", _digits, 10).ParameterCount, 1, 9_999);

    [Theory]
    [MemberData(nameof(Names))]
    public void Summary_OfDigits_IsAsInTheSnapshot(string name)
    {
        CultureInfo culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");

            Snapshot.AssertEqual($"summary-{name}.txt", Architecture.Create(name, _digits, 10).Summary());
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Create_OtherShapeAndClasses_Fits(string name)
    {
        Network network = Architecture.Create(name.ToUpperInvariant(), new Shape(32, 40, 3), 7);

        Assert.Equal((name, 7, new Shape(32, 40, 3)), (network.Architecture, network.Classes, network.InputShape));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Create_Dropout_IsBeforeTheLastLayer(string name)
    {
        var dropout = Assert.IsType<Dropout>(Architecture.Create(name, _digits, 10, dropout: 0.25f).Nodes[^2].Layer);

        Assert.Equal(0.25f, dropout.Rate);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Create_DropoutOutOfRange_NamesValueAndLimits(string name)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Architecture.Create(name, _digits, 10, dropout: -0.5f));

        Assert.Contains("dropout is -0.5, but must be at least 0 and below 1.", error.Message);
    }

    [Fact]
    public void Create_UnknownName_NamesTheKnownOnes()
    {
        var error = Assert.Throws<ArgumentException>(() => Architecture.Create("vgg", _digits, 10));

        Assert.Contains("There is no architecture 'vgg': use one of standard, simple, lenet5, resnet, tiny, fast, best.", error.Message);
    }

    [Fact]
    public void Create_ImagesTooSmall_NamesTheMend()
    {
        var error = Assert.Throws<ArgumentException>(() => Architecture.Create("simple", new Shape(6, 28, 1), 10));

        Assert.Contains("A kernel of 3 does not fit an input of height 2: use a smaller kernel", error.Message);
    }

    [Fact]
    public void Create_OneClass_NamesTheLimit()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Architecture.Create("simple", _digits, 1));

        Assert.Contains("classes is 1, but must be at least 2.", error.Message);
    }

    [Fact]
    public void Residual_ShapesDiffer_NamesBothAndTheMend()
    {
        var builder = new NetworkBuilder(_digits);

        var error = Assert.Throws<ArgumentException>(() => builder.Residual(body => body.Add(new Conv2D(8, 3))));

        Assert.Contains("The residual body ends in 26×26×8 and its shortcut in 28×28×1: give the shortcut a 1×1 convolution.", error.Message);
    }

    [Fact]
    public void Builder_WrongUse_NamesTheMend()
    {
        Assert.Contains("use Residual", Assert.Throws<ArgumentException>(() => new NetworkBuilder(_digits).Add(new Add())).Message);
        Assert.Contains("add at least one before Build", Assert.Throws<InvalidOperationException>(() => new NetworkBuilder(_digits).Build("empty", 1)).Message);
        Assert.Contains("Width is 0, but must be at least 1.", Assert.Throws<ArgumentOutOfRangeException>(() => new NetworkBuilder(new Shape(3, 0, 1))).Message);
    }
}
