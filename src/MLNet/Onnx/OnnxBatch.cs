using Microsoft.ML.OnnxRuntime;

namespace Microsoft.ML.Transforms.Onnx;

/// <summary>Input and output memory for up to so many rows, bound to a model once and reused by every run.</summary>
internal sealed class OnnxBatch : IDisposable
{
    private readonly OnnxSession _session;
    private readonly OrtIoBinding _binding;
    private readonly OnnxFeed[] _feeds;
    private readonly OnnxFetch[] _fetches;
    private readonly bool _mustRebind;
    private readonly bool _allOffered;
    private int _boundRows;

    public OnnxBatch(OnnxSession session, OnnxFeed[] feeds, OnnxFetch[] fetches)
    {
        _session = session;
        _feeds = feeds;
        _fetches = fetches;
        _allOffered = Array.TrueForAll(fetches, fetch => fetch.Offer(1) is not null);
        _mustRebind = !_allOffered || Array.Exists(feeds, feed => feed is OnnxTextFeed);
        using var lease = session.Use();
        _binding = lease.CreateBinding();
    }

    /// <summary>Reads the source's row into the place <paramref name="index"/>.</summary>
    public void Load(int index)
    {
        foreach (var feed in _feeds)
            feed.Load(index);
    }

    /// <summary>Runs the model over the first rows loaded.</summary>
    public void Run(int rows)
    {
        using var lease = _session.Use();
        if (rows != _boundRows || _mustRebind)
            Bind(rows);
        lease.Run(_binding);
        if (_allOffered)
            return;
        using var values = _binding.GetOutputValues();
        for (var i = 0; i < _fetches.Length; i++)
            _fetches[i].Accept(values[i], rows);
    }

    public void Dispose()
    {
        _binding.Dispose();
        foreach (var feed in _feeds)
            feed.Dispose();
        foreach (var fetch in _fetches)
            fetch.Dispose();
    }

    private void Bind(int rows)
    {
        foreach (var feed in _feeds)
            _binding.BindInput(feed.Node.Name, feed.Take(rows));
        foreach (var fetch in _fetches)
            if (fetch.Offer(rows) is { } memory)
                _binding.BindOutput(fetch.Node.Name, memory);
            else
                _binding.BindOutputToDevice(fetch.Node.Name, OrtMemoryInfo.DefaultInstance);
        _boundRows = rows;
    }
}
