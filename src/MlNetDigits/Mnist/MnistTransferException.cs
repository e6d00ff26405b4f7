namespace MlNetDigits.Mnist;

/// <summary>One attempt to read a file from a mirror failed.</summary>
/// <param name="message">What happened, the address included.</param>
/// <param name="isFinal">Whether trying the same mirror again is pointless.</param>
/// <param name="innerException">The cause.</param>
internal sealed class MnistTransferException(string message, bool isFinal, Exception? innerException = null)
    : Exception(message, innerException)
{
    public bool IsFinal { get; } = isFinal;
}
