using System.Reflection;

namespace MlNetDigits.Console.Hosting;

/// <summary>Makes one clear line of an exception.</summary>
internal static class ErrorLine
{
    /// <summary>Joins several lines to one.</summary>
    public static string Join(string message) =>
        string.Join(' ', message.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    /// <summary>Describes the innermost telling cause, without parameter names and line breaks.</summary>
    public static string Describe(Exception error)
    {
        while (error is AggregateException or TargetInvocationException or TypeInitializationException && error.InnerException is not null)
            error = error.InnerException;
        string message = error.Message;
        int parameter = message.IndexOf(" (Parameter '", StringComparison.Ordinal);
        if (parameter > 0)
            message = message[..parameter];
        message = Join(message);
        return message.Length > 0 ? message : error.GetType().Name;
    }
}
