using System.Runtime.InteropServices;
using NetVips;

namespace MlNetDigits.Images.Libvips;

/// <summary>Starts libvips once, when the first picture needs it.</summary>
internal static class VipsLibrary
{
    private static readonly Lazy<bool> Started = new(Start);

    /// <summary>Loads and starts libvips, if that has not happened yet.</summary>
    /// <exception cref="PlatformNotSupportedException">There is no libvips for this platform.</exception>
    public static void EnsureStarted() => _ = Started.Value;

    private static bool Start()
    {
        if (!ModuleInitializer.VipsInitialized)
            throw new PlatformNotSupportedException($"Images cannot be decoded: libvips does not start on {RuntimeInformation.RuntimeIdentifier}. Add the package NetVips.Native to the app, or give pixels instead of image files.", ModuleInitializer.Exception);

        // A cached operation would keep memory of the caller's alive; digits are too small for threads.
        Cache.Max = 0;
        NetVips.NetVips.Concurrency = 1;
        NetVips.NetVips.BlockUntrusted = true;
        // For pictures drawn here alone: the decoder refuses SVG that comes from outside.
        Operation.Block("VipsForeignLoadSvg", false);
        // Warnings would go to the process's standard error; failures come back as exceptions.
        Log.SetLogHandler("VIPS", Enums.LogLevelFlags.All, (_, _, _) => { });
        return true;
    }
}
