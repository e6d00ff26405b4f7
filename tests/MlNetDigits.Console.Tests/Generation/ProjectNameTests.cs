using MlNetDigits.Console.Generation;

namespace MlNetDigits.Console.Tests.Generation;

public sealed class ProjectNameTests
{
    [Theory]
    [InlineData("standard", "Standard")]
    [InlineData("my photos-2", "MyPhotos2")]
    [InlineData("übung_ä", "ÜbungÄ")]
    [InlineData("7 segments", "Model7Segments")]
    [InlineData("!!!", "Model")]
    public void From_AModelsName_IsAnIdentifier(string model, string expected) => Assert.Equal(expected, ProjectName.From(model));

    [Theory]
    [InlineData("artifacts/photos/digits.onnx", "photos")]
    [InlineData("models/best.onnx", "best")]
    public void OfModel_APath_IsWhatTellsModelsApart(string path, string expected) => Assert.Equal(expected, ProjectName.OfModel(path));
}
