using System.Globalization;

namespace Microsoft.ML.Runtime;

/// <summary>Turns reports of progress into trace messages.</summary>
internal sealed class ProgressChannel : IProgressChannel
{
    private readonly Host _host;
    private readonly string _source;
    private ProgressHeader _header = new();

    public ProgressChannel(Host host, string source)
    {
        _host = host;
        _source = source;
    }

    public void SetHeader(ProgressHeader header, Action<IProgressEntry> fillAction)
    {
        ArgumentNullException.ThrowIfNull(header);
        _header = header;
    }

    public void Checkpoint(params double?[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var names = _header.MetricNames.Concat(_header.UnitNames).ToArray();
        var parts = values
            .Select((value, i) => (Name: i < names.Length ? names[i] : $"#{i}", Value: value))
            .Where(part => part.Value is not null)
            .Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Name} {part.Value:R}"));
        _host.Log(_source, new ChannelMessage(ChannelMessageKind.Trace, MessageSensitivity.None, string.Join(", ", parts)));
    }

    public IProgressChannel StartProgressChannel(string name) => new ProgressChannel(_host, $"{_source}; {name}");

    public void Dispose()
    {
    }
}
