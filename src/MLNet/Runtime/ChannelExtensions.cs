namespace Microsoft.ML.Runtime;

/// <summary>Sends messages without sensitive content.</summary>
internal static class ChannelExtensions
{
    public static void Trace(this IChannel channel, string message) => channel.Trace(MessageSensitivity.None, message);

    public static void Info(this IChannel channel, string message) => channel.Info(MessageSensitivity.None, message);

    public static void Warning(this IChannel channel, string message) => channel.Warning(MessageSensitivity.None, message);

    public static void Error(this IChannel channel, string message) => channel.Error(MessageSensitivity.None, message);
}
