using System.Text.Json.Serialization;
using MlNetDigits.Benchmarking;
using MlNetDigits.Console.Generation;
using MlNetDigits.Evaluation.CrossValidation;
using MlNetDigits.Evaluation.Lines;
using MlNetDigits.Evaluation.Robustness;
using MlNetDigits.Reports;

namespace MlNetDigits.Console.Json;

/// <summary>Generated serialization of what <c>--json</c> writes.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    Converters = [typeof(FigureConverter)])]
[JsonSerializable(typeof(DataDocument))]
[JsonSerializable(typeof(DatasetDocument))]
[JsonSerializable(typeof(PredictionDocument[]))]
[JsonSerializable(typeof(ReadingDocument[]))]
[JsonSerializable(typeof(ExplanationDocument[]))]
[JsonSerializable(typeof(SummaryDocument))]
[JsonSerializable(typeof(BenchmarkReport))]
[JsonSerializable(typeof(LearningRateDocument))]
[JsonSerializable(typeof(ComparisonDocument))]
[JsonSerializable(typeof(RobustnessReport))]
[JsonSerializable(typeof(LineReport[]))]
[JsonSerializable(typeof(CrossValidationReport))]
[JsonSerializable(typeof(FeedbackDocument))]
[JsonSerializable(typeof(GeneratedProject))]
[JsonSerializable(typeof(SynthesisDocument))]
[JsonSerializable(typeof(string[]))]
internal sealed partial class ConsoleJson : JsonSerializerContext;
