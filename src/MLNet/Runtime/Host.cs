namespace Microsoft.ML.Runtime;

/// <summary>A component's place in the tree of hosts under a context.</summary>
internal sealed class Host : IHost, IEnvironmentSettings
{
    private readonly IEnvironmentSettings _settings;
    private readonly string _fullName;
    private readonly bool _verbose;

    public Host(IEnvironmentSettings settings, ComponentCatalog catalog, string fullName, Random rand, bool verbose)
    {
        _settings = settings;
        _fullName = fullName;
        _verbose = verbose;
        ComponentCatalog = catalog;
        Rand = rand;
    }

    public Random Rand { get; }

    public ComponentCatalog ComponentCatalog { get; }

    public string ContextDescription => _fullName;

    public int? Seed => _settings.Seed;

    public int? GpuDeviceId => _settings.GpuDeviceId;

    public bool FallbackToCpu => _settings.FallbackToCpu;

    public string TempFilePath => _settings.TempFilePath;

    public EnvironmentOptions Options => _settings.Options;

    public IHost Register(string name, int? seed = null, bool? verbose = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return new Host(_settings, ComponentCatalog, Join(name), Fork(Rand, seed), verbose ?? _verbose);
    }

    public IChannel Start(string name) => new Channel(this, Join(name));

    public IPipe<TMessage> StartPipe<TMessage>(string name) =>
        typeof(TMessage) == typeof(ChannelMessage) ? (IPipe<TMessage>)Start(name) : new SilentPipe<TMessage>(this);

    public IProgressChannel StartProgressChannel(string name) => new ProgressChannel(this, Join(name));

    public TException Process<TException>(TException ex) where TException : Exception => ex;

    public void Log(string source, ChannelMessage message)
    {
        if (_verbose)
            _settings.Log(source, message);
    }

    /// <summary>Random numbers of their own for a part, drawn from those of the whole unless seeded.</summary>
    public static Random Fork(Random parent, int? seed)
    {
        if (seed is { } fixedSeed)
            return new Random(fixedSeed);
        lock (parent)
            return new Random(parent.Next());
    }

    private string Join(string name) => _fullName.Length == 0 ? name : $"{_fullName}; {name}";
}
