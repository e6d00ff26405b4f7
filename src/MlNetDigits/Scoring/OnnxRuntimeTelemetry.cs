using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MlNetDigits.Scoring;

/// <summary>Keeps ONNX Runtime from writing a device's identity into the user's cache and from sending events, unless the user wants it so.</summary>
internal static class OnnxRuntimeTelemetry
{
    /// <summary>What ONNX Runtime looks for when it starts, on Linux and macOS.</summary>
    public const string Variable = "ORT_DISABLE_TELEMETRY";

    private const int KeepWhatIsSet = 0;

    /// <remarks>In the native environment, which .NET's own does not change on Unix; and before any code of this assembly can start ONNX Runtime.</remarks>
#pragma warning disable CA2255 // An app that only hands the library's views to ML.NET has no other place to call.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void TurnOff()
    {
        if (!OperatingSystem.IsWindows())
            _ = SetVariable(Variable, "1", KeepWhatIsSet);
    }

    [DllImport("libc", EntryPoint = "setenv")]
    private static extern int SetVariable([MarshalAs(UnmanagedType.LPUTF8Str)] string name, [MarshalAs(UnmanagedType.LPUTF8Str)] string value, int overwrite);
}
