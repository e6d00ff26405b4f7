namespace MlNetDigits.Datasets;

/// <summary>How pictures of any size become images of 28×28.</summary>
public enum ImageNormalization
{
    /// <summary>Scaled with their shape kept, and centred on the colour of their border; 28×28 stays as it is.</summary>
    Resize,

    /// <summary>Seen as one digit or stroke on paper and brought into MNIST's form.</summary>
    Digit,

    /// <summary>Taken as they are; any other size is an error.</summary>
    None,
}
