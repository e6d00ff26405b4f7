using System.Text.Json;
using System.Text.Json.Serialization;

namespace MlNetDigits.Reports;

/// <summary>Writes the reason as text in camel case.</summary>
internal sealed class StopReasonConverter() : JsonStringEnumConverter<StopReason>(JsonNamingPolicy.CamelCase);
