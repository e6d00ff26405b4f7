using MlNetDigits.Networks.Architectures;
using MlNetDigits.Networks.Onnx;

namespace MlNetDigits.Networks.Tests.Export;

public sealed class NetworkImporterTests
{
    public static TheoryData<string> Architectures => NetworkCases.Architectures;

    [Theory]
    [MemberData(nameof(Architectures))]
    public void ToNetworks_ExportedArchitectureWithSeed5_HasTheSameBits(string name)
    {
        Network network = NetworkCases.CreateRandom(name, 5);

        Network read = Assert.Single(OnnxModel.Parse(network.ToOnnx().ToBytes()).ToNetworks());

        Assert.Equal((network.Architecture, network.InputShape, network.Classes), (read.Architecture, read.InputShape, read.Classes));
        Assert.Equal(network.State, read.State);
    }

    [Fact]
    public void ToNetworks_ImagesOfThreeChannels_HaveTheirShape()
    {
        Network network = Architecture.Create("lenet5", new Shape(15, 16, 3), 5, seed: 2);

        Network read = network.ToOnnx().ToNetworks()[0];

        Assert.Equal(network.InputShape, read.InputShape);
        Assert.Equal(network.State, read.State);
    }

    [Fact]
    public void ToNetworks_MixedEnsemble_GivesItsMembersInOrder()
    {
        Network[] members = [NetworkCases.CreateRandom("tiny", 1), NetworkCases.CreateRandom("lenet5", 2), NetworkCases.CreateRandom("tiny", 3)];

        IReadOnlyList<Network> read = members.ToOnnx().ToNetworks();

        Assert.Equal(["tiny", "lenet5", "tiny"], read.Select(member => member.Architecture));
        Assert.Equal(members.Select(member => member.State), read.Select(member => member.State));
    }

    [Theory]
    [InlineData("architecture", null, "Its metadata name no architecture.")]
    [InlineData("architecture", "mine", "There is no architecture 'mine'")]
    [InlineData("architecture", "lenet5", "Its constant 'conv2d_1.weight' is Float of 16×1×3×3, but must be Float of 6×1×5×5.")]
    [InlineData("architecture", "resnet", "Its constant 'conv2d_3.weight' is Float of 24×16×3×3, but must be Float of 16×16×3×3.")]
    [InlineData("architecture", "tiny+tiny", "several architectures, but no ensemble")]
    [InlineData("ensemble", "two", "an ensemble of 'two' members")]
    [InlineData("ensemble", "2", "It has no constant 'member1.conv2d_1.weight'")]
    public void ToNetworks_MetadataDoNotFit_SaysWhy(string key, string? value, string message)
    {
        OnnxModel model = NetworkCases.Create("tiny", 1).ToOnnx();
        if (value is null) model.Metadata.Remove(key);
        else model.Metadata[key] = value;

        var error = Assert.Throws<InvalidDataException>(() => model.ToNetworks());

        Assert.StartsWith("The model cannot be read back as a network: ", error.Message);
        Assert.Contains(message, error.Message);
        Assert.EndsWith("Give a model that this library exported from a named architecture.", error.Message);
    }

    [Fact]
    public void ToNetworks_ForeignGraph_IsRefused()
    {
        var graph = new OnnxGraph("foreign");
        graph.AddOutput(graph.AddNode("Relu", [graph.AddInput("X", OnnxElementType.Float, "N", 4)], "Y"), OnnxElementType.Float, "N", 4);
        var model = new OnnxModel(graph) { Metadata = { ["architecture"] = "tiny" } };

        var error = Assert.Throws<InvalidDataException>(() => model.ToNetworks());

        Assert.Contains("Its input is not one batch of images of known size.", error.Message);
    }

    [Fact]
    public void Load_WeightsNotFinite_NamesFileAndConstant()
    {
        using var folder = new TemporaryFolder();
        Network network = NetworkCases.Create("tiny", 1);
        network.Parameters[0] = float.NaN;
        network.ToOnnx().Save(folder.File("nan.onnx"));

        var error = Assert.Throws<InvalidDataException>(() => NetworkImporter.Load(folder.File("nan.onnx")));

        Assert.StartsWith($"'{folder.File("nan.onnx")}': ", error.Message);
        Assert.Contains("'conv2d_1.weight' has values that are not finite", error.Message);
    }
}
