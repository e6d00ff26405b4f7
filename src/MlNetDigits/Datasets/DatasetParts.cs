namespace MlNetDigits.Datasets;

/// <summary>What a path holds, read only when asked for.</summary>
/// <param name="Kind">What it is, such as <c>CSV file</c>.</param>
internal sealed record DatasetParts(string Kind)
{
    /// <summary>Reads the images to train on, or all where there are no others; null where there are none.</summary>
    public Func<RawImages>? Train { get; init; }

    /// <summary>Reads the images to test with; null where there are none apart.</summary>
    public Func<RawImages>? Test { get; init; }

    /// <summary>Reads the images that choose the best epoch; null where there are none apart.</summary>
    public Func<RawImages>? Validation { get; init; }

    /// <summary>What was decided while looking, in whole sentences.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
