using MlNetDigits.Console.Hosting;

namespace MlNetDigits.Console.Rendering;

/// <summary>Tells on standard error, once a second, what takes long; a terminal shows it in its own way.</summary>
internal static class Waiting
{
    /// <summary>Runs work.</summary>
    /// <param name="terminal">Where it is told.</param>
    /// <param name="status">What the work is, such as <c>reading MNIST</c>.</param>
    /// <param name="work">The work.</param>
    public static T Run<T>(Terminal terminal, string status, Func<T> work)
    {
        if (terminal.IsInteractive) return work();
        using Heartbeat heartbeat = new Heartbeat(terminal.Error, TimeProvider.System).Start();
        heartbeat.Set(status, isTimed: true);
        return work();
    }
}
