using System.Text.Json;
using System.Text.Json.Serialization;
using MlNetDigits.Evaluation;
using MlNetDigits.Networks.Training;

namespace MlNetDigits.Reports;

/// <summary>Generated serialization of the reports: camel case, indented, enumerations as text.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [typeof(FigureConverter), typeof(ConfusionConverter), typeof(StopReasonConverter)])]
[JsonSerializable(typeof(TrainingResult))]
[JsonSerializable(typeof(TrainingReport))]
[JsonSerializable(typeof(EvaluationReport))]
public sealed partial class ReportJson : JsonSerializerContext;
