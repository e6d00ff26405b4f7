using System.Runtime.InteropServices;
using MlNetDigits.Scoring;

namespace MlNetDigits.Tests.Scoring;

public sealed class OnnxRuntimeTelemetryTests
{
    public static bool IsWindows => OperatingSystem.IsWindows();

    [Fact(Skip = "Windows has its own switch for telemetry.", SkipWhen = nameof(IsWindows))]
    public void TurnOff_LibraryIsLoaded_HasBeenCalled()
    {
        OnnxRuntimeTelemetry.TurnOff();

        Assert.Equal("1", Marshal.PtrToStringUTF8(Variable(OnnxRuntimeTelemetry.Variable)));
    }

    [DllImport("libc", EntryPoint = "getenv")]
    private static extern nint Variable([MarshalAs(UnmanagedType.LPUTF8Str)] string name);
}
