namespace MlNetDigits.Web.Errors;

/// <summary>A request that cannot be answered; the message is for the client.</summary>
/// <param name="status">HTTP status, 400-503.</param>
/// <param name="code">A word that programs can tell the error by.</param>
/// <param name="message">What is wrong and how to mend it.</param>
internal sealed class RequestException(int status, string code, string message) : Exception(message)
{
    public int Status => status;

    public string Code => code;
}
