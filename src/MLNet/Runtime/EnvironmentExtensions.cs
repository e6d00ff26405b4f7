namespace Microsoft.ML.Runtime;

/// <summary>Reaches the context's settings from any environment; foreign environments have the defaults.</summary>
internal static class EnvironmentExtensions
{
    /// <summary>The context's seed, or null.</summary>
    public static int? GetSeed(this IHostEnvironment env) => (env as IEnvironmentSettings)?.Seed;

    /// <summary>The GPU to run on, or null for the processor.</summary>
    public static int? GetGpuDeviceId(this IHostEnvironment env) => (env as IEnvironmentSettings)?.GpuDeviceId;

    /// <summary>Whether to run on the processor when the GPU fails.</summary>
    public static bool GetFallbackToCpu(this IHostEnvironment env) => (env as IEnvironmentSettings)?.FallbackToCpu ?? false;

    /// <summary>The folder for temporary files.</summary>
    public static string GetTempFilePath(this IHostEnvironment env) => (env as IEnvironmentSettings)?.TempFilePath ?? Path.GetTempPath();

    /// <summary>The options by name that packages leave in the context, or null.</summary>
    public static EnvironmentOptions GetOptions(this IHostEnvironment env) => (env as IEnvironmentSettings)?.Options;

    /// <summary>The host of a component, for its constructor.</summary>
    public static IHost RegisterHost(this IHostEnvironment env, string name)
    {
        ArgumentNullException.ThrowIfNull(env);
        return env.Register(name);
    }
}
