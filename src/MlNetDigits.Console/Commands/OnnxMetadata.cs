using System.Globalization;
using MlNetDigits.Mnist;
using MlNetDigits.Reports;

namespace MlNetDigits.Console.Commands;

/// <summary>Facts about a training that its ONNX file keeps.</summary>
internal static class OnnxMetadata
{
    public static Dictionary<string, string> Of(TrainingReport report, MnistData mnist) => new()
    {
        ["architecture"] = report.Architecture,
        ["parameters"] = report.Parameters.ToString(CultureInfo.InvariantCulture),
        ["seed"] = report.Seed.ToString(CultureInfo.InvariantCulture),
        ["epochs"] = report.Epochs.ToString(CultureInfo.InvariantCulture),
        ["trainImages"] = report.TrainImages.ToString(CultureInfo.InvariantCulture),
        ["trainSha256"] = mnist.TrainSha256,
        ["test.microAccuracy"] = report.Test.MicroAccuracy.ToString("R", CultureInfo.InvariantCulture),
        ["test.logLoss"] = report.Test.LogLoss.ToString("R", CultureInfo.InvariantCulture),
        ["libraryVersion"] = report.LibraryVersion,
    };
}
