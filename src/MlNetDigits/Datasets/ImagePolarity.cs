namespace MlNetDigits.Datasets;

/// <summary>Which of ink and paper is brighter in images of one kind.</summary>
public enum ImagePolarity
{
    /// <summary>Now this, now that, or not known: pictures stay as they are.</summary>
    Any,

    /// <summary>Bright ink on dark paper, as MNIST has.</summary>
    BrightInk,

    /// <summary>Dark ink on bright paper, as most scans have.</summary>
    DarkInk,
}
