namespace MlNetDigits.Notebooks;

/// <summary>A value that is shown and can be replaced by another, as a curve that grows.</summary>
public sealed class DisplayedValue
{
    internal DisplayedValue(object value)
    {
        Value = value;
        Changed?.Invoke(this);
    }

    /// <summary>Called when a value is shown or replaced.</summary>
    public static Action<DisplayedValue>? Changed { get; set; }

    /// <summary>What is shown.</summary>
    public object Value { get; private set; }

    /// <summary>Shows another value in place of the one before.</summary>
    /// <param name="value">What to show.</param>
    public void Update(object value)
    {
        Value = value;
        Changed?.Invoke(this);
    }
}
