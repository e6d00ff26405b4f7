using System.Collections.Concurrent;

namespace Microsoft.ML.Runtime;

/// <summary>Options by name, of any type.</summary>
internal sealed class EnvironmentOptions
{
    private readonly ConcurrentDictionary<string, object> _options = new();

    public bool TryAdd(string name, object value) => _options.TryAdd(name, value);

    public void Set(string name, object value) => _options[name] = value;

    public bool Remove(string name) => _options.TryRemove(name, out _);

    public bool TryGet<T>(string name, out T value)
    {
        if (_options.TryGetValue(name, out var found))
        {
            value = (T)found;
            return true;
        }
        value = default;
        return false;
    }
}
