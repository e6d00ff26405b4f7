namespace MlNetDigits.Explanation;

/// <summary>What to find out about a model's answer.</summary>
public sealed record ExplanationOptions
{
    /// <summary>Number of likeliest classes to explain, at least 1; more than there are means all.</summary>
    /// <value>Default 3.</value>
    public int Top { get; init; } = 3;

    /// <summary>Member of an ensemble, from 1, whose layers are shown; a single network is member 1.</summary>
    /// <value>Default 1.</value>
    public int Member { get; init; } = 1;

    /// <summary>Layer of Grad-CAM by name.</summary>
    /// <value>Default null: the last whose maps are at least 5×5, as smaller ones hardly show a place; else the last.</value>
    public string? ActivationLayer { get; init; }

    /// <summary>The covering patch.</summary>
    /// <value>Default <see cref="OcclusionOptions"/>; null leaves occlusion out.</value>
    public OcclusionOptions? Occlusion { get; init; } = new();

    internal void Validate()
    {
        if (Top < 1) throw new ArgumentOutOfRangeException(nameof(Top), $"{nameof(Top)} is {Top}, but must be at least 1.");
        Occlusion?.Validate();
    }
}
