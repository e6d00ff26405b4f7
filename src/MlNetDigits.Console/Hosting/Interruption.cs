using System.Runtime.InteropServices;

namespace MlNetDigits.Console.Hosting;

/// <summary>Turns the first Ctrl+C into a cancellation and the second into an immediate exit.</summary>
internal sealed class Interruption : IDisposable
{
    private const string ShowCursor = "\e[?25h\e[0m";

    private readonly CancellationTokenSource _cancellation = new();
    private readonly PosixSignalRegistration _interrupt;
    private readonly PosixSignalRegistration _terminate;
    private readonly Terminal _terminal;

    public Interruption(Terminal terminal)
    {
        _terminal = terminal;
        _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Handle);
        _terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Handle);
    }

    /// <summary>Gets the token that the first signal cancels.</summary>
    public CancellationToken Token => _cancellation.Token;

    /// <inheritdoc/>
    public void Dispose()
    {
        _interrupt.Dispose();
        _terminate.Dispose();
        _cancellation.Dispose();
    }

    private void Handle(PosixSignalContext context)
    {
        context.Cancel = true;
        if (!_cancellation.IsCancellationRequested)
        {
            _cancellation.Cancel();
            return;
        }

        if (_terminal.IsInteractive)
            _terminal.Output.Write(ShowCursor);
        Environment.Exit(ExitCode.Interrupted);
    }
}
