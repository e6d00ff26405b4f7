using System.Runtime.CompilerServices;
using MlNetDigits.Scoring;

namespace MlNetDigits;

/// <summary>What happens when the assembly is loaded.</summary>
internal static class InsightModule
{
    /// <remarks>Explanations and benchmarks start ONNX Runtime without a call of the library that they build on, whose own start this is.</remarks>
#pragma warning disable CA2255 // Each of them would have to call it, and one would be forgotten.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void TurnTelemetryOff() => OnnxRuntimeTelemetry.TurnOff();
}
