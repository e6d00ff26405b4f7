using System.IO.Compression;
using Microsoft.ML;
using MlNetDigits.Recognition;
using MlNetDigits.Tests.Recognition;
using MlNetDigits.Web.Tests.Hosting;

namespace MlNetDigits.Web.Tests.Models;

public sealed class BadModelTests
{
    [Theory]
    [InlineData("cut.onnx", "is not a sound digit model")]
    [InlineData("cut.zip", "is not a sound digit model")]
    [InlineData("without-a-model.zip", "is not a sound digit model")]
    [InlineData("other-columns.zip", "is not a sound digit model")]
    [InlineData("other-length.zip", "gives no 'PredictedLabel' of one 64-bit integer")]
    public async Task Start_BadModel_IsToldInOneLineWithItsFile(string name, string expected)
    {
        using var folder = new TemporaryFolder();
        Write(folder.File(name));

        var error = await StartUp.Error($"--Digits:Models:small={folder.File(name)}");

        Assert.StartsWith($"error: '{folder.File(name)}' ", error);
        Assert.Contains(expected, error);
        Assert.EndsWith("Train or export it again, or name another file.", error.TrimEnd());
        Assert.Single(error.TrimEnd().Split('\n'));
    }

    private static void Write(string path)
    {
        var ml = new MLContext();
        var images = ml.Data.LoadFromEnumerable(Array.Empty<DigitImage>());
        var others = ml.Data.LoadFromEnumerable(Array.Empty<Other>());
        switch (Path.GetFileName(path))
        {
            case "cut.onnx":
                NearestMeanModel.SaveOnnx(path);
                Halve(path);
                break;
            case "cut.zip":
                ml.Model.Save(ml.Transforms.CopyColumns("Score", "Pixels").Fit(images), images.Schema, path);
                Halve(path);
                break;
            case "without-a-model.zip":
                using (var zip = ZipFile.Open(path, ZipArchiveMode.Create))
                    zip.CreateEntry("readme.txt");
                break;
            case "other-columns.zip":
                ml.Model.Save(ml.Transforms.CopyColumns("Score", "Features").Fit(others), others.Schema, path);
                break;
            default:
                ml.Model.Save(ml.Transforms.CopyColumns("Score", "Pixels").Fit(images), images.Schema, path);
                break;
        }
    }

    private static void Halve(string path)
    {
        using var file = File.OpenWrite(path);
        file.SetLength(file.Length / 2);
    }

    private sealed class Other
    {
        public float Features { get; set; }
    }
}
