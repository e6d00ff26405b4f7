using MlNetDigits.Console.Hosting;
using Spectre.Console;

namespace MlNetDigits.Console.Rendering;

/// <summary>Tells on standard error, once a second, what takes long; a terminal shows a spinner.</summary>
internal static class Waiting
{
    /// <summary>Runs work.</summary>
    /// <param name="terminal">Where it is told.</param>
    /// <param name="status">What the work is, such as <c>reading MNIST</c>.</param>
    /// <param name="work">The work.</param>
    /// <param name="hasDisplay">Whether the work shows its progress on a terminal itself.</param>
    public static T Run<T>(Terminal terminal, string status, Func<T> work, bool hasDisplay = false)
    {
        if (terminal.IsInteractive) return hasDisplay ? work() : terminal.Console.Status().Start(Markup.Escape(status), _ => work());
        using Heartbeat heartbeat = new Heartbeat(terminal.Error, TimeProvider.System).Start();
        heartbeat.Set(status, isTimed: true);
        return work();
    }
}
