using Microsoft.ML.Runtime;

namespace Microsoft.ML;

/// <summary>Where ML.NET begins: catalogs of operations, the seed and the log.</summary>
public sealed class MLContext : IHostEnvironment, IEnvironmentSettings
{
    private readonly Host _host;
    private readonly int? _seed;
    private readonly EnvironmentOptions _options = new();

    /// <summary>Makes a context.</summary>
    /// <param name="seed">The seed of all random numbers. <value>null: other numbers each time.</value></param>
    public MLContext(int? seed = null)
    {
        _seed = seed;
        ComponentCatalog = new ComponentCatalog();
        _host = new Host(this, ComponentCatalog, "", seed is { } value ? new Random(value) : new Random(), verbose: true);
        Data = new DataOperationsCatalog(this);
        Transforms = new TransformsCatalog(this);
        Model = new ModelOperationsCatalog(this);
        MulticlassClassification = new MulticlassClassificationCatalog(this);
    }

    /// <summary>Raised for every log message, on the thread that logs.</summary>
    public event EventHandler<LoggingEventArgs> Log;

    /// <summary>Loading, splitting and filtering of data.</summary>
    public DataOperationsCatalog Data { get; }

    /// <summary>Steps that turn columns into other columns.</summary>
    public TransformsCatalog Transforms { get; }

    /// <summary>Saving, loading and use of models.</summary>
    public ModelOperationsCatalog Model { get; }

    /// <summary>Trainers and metrics for telling several classes apart.</summary>
    public MulticlassClassificationCatalog MulticlassClassification { get; }

    /// <summary>The components that can be made by name.</summary>
    public ComponentCatalog ComponentCatalog { get; }

    /// <summary>The folder for temporary files. <value>The system's.</value></summary>
    public string TempFilePath { get; set; } = Path.GetTempPath();

    /// <summary>Whether to run on the processor when the GPU fails. <value>false</value></summary>
    public bool FallbackToCpu { get; set; }

    /// <summary>The GPU to run on. <value>null: the processor.</value></summary>
    public int? GpuDeviceId { get; set; }

    string IExceptionContext.ContextDescription => _host.ContextDescription;

    int? IEnvironmentSettings.Seed => _seed;

    EnvironmentOptions IEnvironmentSettings.Options => _options;

    /// <summary>Adds an option unless one of that name exists.</summary>
    /// <returns>Whether it was added.</returns>
    public bool TryAddOption<T>(string name, T value) => _options.TryAdd(name, value);

    /// <summary>Sets an option, over an older one.</summary>
    public void SetOption<T>(string name, T value) => _options.Set(name, value);

    /// <summary>Gets an option if there is one of that name.</summary>
    public bool TryGetOption<T>(string name, out T value) => _options.TryGet(name, out value);

    /// <summary>Gets an option, or its type's default value.</summary>
    public T GetOptionOrDefault<T>(string name) => _options.TryGet<T>(name, out var value) ? value : default;

    /// <summary>Removes an option.</summary>
    /// <returns>Whether there was one.</returns>
    public bool RemoveOption(string name) => _options.Remove(name);

    IHost IHostEnvironment.Register(string name, int? seed, bool? verbose) => _host.Register(name, seed, verbose);

    IChannel IChannelProvider.Start(string name) => _host.Start(name);

    IPipe<TMessage> IChannelProvider.StartPipe<TMessage>(string name) => _host.StartPipe<TMessage>(name);

    IProgressChannel IProgressChannelProvider.StartProgressChannel(string name) => _host.StartProgressChannel(name);

    TException IExceptionContext.Process<TException>(TException ex) => _host.Process(ex);

    void IEnvironmentSettings.Log(string source, ChannelMessage message) =>
        Log?.Invoke(this, new LoggingEventArgs(message.Message, message.Kind, source));
}
