using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MlNetDigits.Images.Libvips;

/// <summary>Finds libvips where the build or a package lays it, runtimes/(platform)/native, and starts it once.</summary>
internal static unsafe class VipsLibrary
{
    public const string Name = "vips";

    private static readonly string[] Supported =
        ["linux-x64", "linux-arm64", "linux-musl-x64", "linux-musl-arm64", "osx-x64", "osx-arm64", "win-x64", "win-arm64"];

    private static readonly Lazy<nint> Handle = new(Load);

    private static readonly Lazy<bool> Started = new(Start);

    /// <summary>Loads and starts libvips, if that has not happened yet.</summary>
    /// <exception cref="PlatformNotSupportedException">There is no libvips for this platform.</exception>
    /// <exception cref="DllNotFoundException">The library is not beside the app.</exception>
    public static void EnsureStarted() => _ = Started.Value;

    private static bool Start()
    {
        // Loaded here, so that what is wrong is told by its own exception.
        _ = Handle.Value;
        NativeLibrary.SetDllImportResolver(typeof(VipsLibrary).Assembly, (name, _, _) => name == Name ? Handle.Value : 0);
        if (VipsNative.Init("mlnet-digits") != 0)
            throw new InvalidOperationException($"libvips does not start: {VipsNative.TakeError()}");

        // A cached operation would keep memory of the caller's alive; digits are too small for threads.
        VipsNative.SetCacheMaximum(0);
        VipsNative.SetConcurrency(1);
        VipsNative.BlockUntrusted(1);
        // For pictures drawn here alone: the decoder refuses SVG that comes from outside.
        VipsNative.Block("VipsForeignLoadSvg", 0);
        VipsNative.SetLogHandler("VIPS", int.MaxValue & ~3, &Ignore, 0);
        return true;
    }

    private static nint Load()
    {
        var platform = Platform();
        if (!Supported.Contains(platform))
            throw new PlatformNotSupportedException($"Images cannot be decoded on {platform}: there is no libvips for it. Supported are {string.Join(", ", Supported)}; elsewhere give pixels instead of image files.");

        var file = OperatingSystem.IsWindows() ? "libvips-42.dll" : OperatingSystem.IsMacOS() ? "libvips.dylib" : "libvips.so";
        var library = Path.GetDirectoryName(Assembly.GetExecutingAssembly().Location);
        // The last is a package's root: there the assembly lies in lib/net10.0.
        foreach (var folder in new[] { AppContext.BaseDirectory, library, string.IsNullOrEmpty(library) ? null : Path.Combine(library, "..", "..") })
        {
            if (string.IsNullOrEmpty(folder))
                continue;
            foreach (var path in new[] { Path.Combine(folder, "runtimes", platform, "native", file), Path.Combine(folder, file) })
            {
                if (File.Exists(path))
                    return NativeLibrary.Load(path);
            }
        }

        throw new DllNotFoundException($"libvips is missing: expected '{Path.Combine(AppContext.BaseDirectory, "runtimes", platform, "native", file)}'. Build or publish the app again.");
    }

    private static string Platform()
    {
        var system = OperatingSystem.IsWindows() ? "win"
            : OperatingSystem.IsMacOS() ? "osx"
            : !OperatingSystem.IsLinux() ? RuntimeInformation.OSDescription
            : RuntimeInformation.RuntimeIdentifier.Contains("musl", StringComparison.Ordinal) || RuntimeInformation.RuntimeIdentifier.StartsWith("alpine", StringComparison.Ordinal) ? "linux-musl"
            : "linux";
        return $"{system}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Ignore(nint domain, int level, nint message, nint data)
    {
        // Warnings would go to the process's standard error; failures come back as return values.
    }
}
