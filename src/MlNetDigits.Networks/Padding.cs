namespace MlNetDigits.Networks;

/// <summary>What a convolution or pooling layer does at the border of its input.</summary>
public enum Padding
{
    /// <summary>No padding: windows stay inside, so the output shrinks by kernel - 1.</summary>
    Valid,

    /// <summary>Zero padding such that output size is input size / stride, rounded up.</summary>
    Same,
}
