namespace MlNetDigits.Console.Hosting;

/// <summary>An error whose message is for the user as it stands.</summary>
internal sealed class UserError(string message, Exception? inner = null) : Exception(message, inner);
