namespace MlNetDigits.Mnist;

/// <summary>How far the download of one MNIST file has come.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="BytesReceived">Bytes of the gzipped file received so far, earlier attempts included.</param>
/// <param name="TotalBytes">Size of the gzipped file, if the mirror tells.</param>
/// <param name="Mirror">Address that the file is read from.</param>
public readonly record struct MnistProgress(string File, long BytesReceived, long? TotalBytes, Uri Mirror);
