using MlNetDigits.Recognition;
using MlNetDigits.Reports;

namespace MlNetDigits.Tests.Reports;

public sealed class ShippedCardsTests
{
    private static readonly string _models = SourceTree.PathOf("data", "models");

    public static TheoryData<string> Names => [.. ShippedModels.Names, ShippedModels.Lines];

    [Theory]
    [MemberData(nameof(Names))]
    public void Card_OfEachModel_IsWhatTheLibraryWrites(string name) =>
        Assert.Equal(File.ReadAllText(Path.Combine(_models, $"{name}.md")), ModelCard.Create(Path.Combine(_models, $"{name}.onnx")));
}
