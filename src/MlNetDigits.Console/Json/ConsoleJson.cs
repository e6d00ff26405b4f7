using System.Text.Json.Serialization;
using MlNetDigits.Benchmarking;

namespace MlNetDigits.Console.Json;

/// <summary>Generated serialization of what <c>--json</c> writes.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(DataDocument))]
[JsonSerializable(typeof(DatasetDocument))]
[JsonSerializable(typeof(PredictionDocument[]))]
[JsonSerializable(typeof(ExplanationDocument[]))]
[JsonSerializable(typeof(SummaryDocument))]
[JsonSerializable(typeof(BenchmarkReport))]
[JsonSerializable(typeof(LearningRateDocument))]
internal sealed partial class ConsoleJson : JsonSerializerContext;
