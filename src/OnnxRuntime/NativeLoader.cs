using System.IO;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Microsoft.ML.OnnxRuntime;

/// <summary>Finds the native library that the build or a package lays under runtimes/(platform)/native.</summary>
internal static class NativeLoader
{
    private const string Library = "onnxruntime";

    private static readonly string[] Supported = ["linux-x64", "win-x64", "win-arm64", "osx-arm64"];

    [ModuleInitializer]
    internal static void Register() => NativeLibrary.SetDllImportResolver(typeof(NativeLoader).Assembly, Resolve);

    private static IntPtr Resolve(string name, Assembly assembly, DllImportSearchPath? searchPath)
    {
        if (name != Library)
            return IntPtr.Zero;

        DisableTelemetry();
        var platform = Platform();
        var file = OperatingSystem.IsWindows() ? $"{Library}.dll" : OperatingSystem.IsMacOS() ? $"lib{Library}.dylib" : $"lib{Library}.so";
        var library = Path.GetDirectoryName(assembly.Location);
        // The last is a package's root: there the assembly lies in lib/net10.0.
        foreach (var folder in new[] { AppContext.BaseDirectory, library, string.IsNullOrEmpty(library) ? null : Path.Combine(library, "..", "..") })
        {
            if (string.IsNullOrEmpty(folder))
                continue;

            foreach (var path in new[] { Path.Combine(folder, "runtimes", platform, "native", file), Path.Combine(folder, file) })
                if (File.Exists(path))
                    return NativeLibrary.Load(path);
        }

        if (NativeLibrary.TryLoad(name, assembly, searchPath, out var handle))
            return handle;
        if (!Supported.Contains(platform))
            throw new PlatformNotSupportedException(
                $"ONNX Runtime has no native library for {platform}. Supported are: {string.Join(", ", Supported)}.");

        throw new DllNotFoundException(
            $"ONNX Runtime's native library '{file}' is missing. Expected it in '{Path.Combine(AppContext.BaseDirectory, "runtimes", platform, "native")}': build or publish the app again.");
    }

    /// <summary>Keeps the library from writing a device's identity to the user's cache and sending events, unless the user wants it so.</summary>
    /// <remarks>The native environment, which .NET's does not change on Unix; see OrtEnv for Windows.</remarks>
    private static void DisableTelemetry()
    {
        if (!OperatingSystem.IsWindows())
            _ = SetNativeVariable("ORT_DISABLE_TELEMETRY", "1", 0);
    }

    [DllImport("libc", EntryPoint = "setenv")]
    private static extern int SetNativeVariable(string name, string value, int overwrite);

    private static string Platform()
    {
        var system = OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : OperatingSystem.IsLinux() ? "linux" : RuntimeInformation.OSDescription;
        return $"{system}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";
    }
}
