using System.Runtime.ExceptionServices;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.Runtime;

namespace Microsoft.ML.Transforms.Onnx;

/// <summary>A loaded model that many threads may run; it is freed after the last run that uses it.</summary>
internal sealed class OnnxSession : IDisposable
{
    private readonly InferenceSession _session;
    private readonly RunOptions _runOptions = new();
    private int _users = 1;
    private int _disposed;

    public OnnxSession(IHostEnvironment environment, OnnxOptions options, byte[] model)
    {
        try
        {
            _session = Open(environment, options, model);
        }
        catch (TypeInitializationException e) when (e.GetBaseException() is PlatformNotSupportedException or DllNotFoundException)
        {
            ExceptionDispatchInfo.Throw(e.GetBaseException());
        }
        catch (OnnxRuntimeException e)
        {
            throw new InvalidOperationException($"Cannot load the ONNX model{(options.ModelFile is null ? "" : $" '{options.ModelFile}'")}: {e.Message}", e);
        }
    }

    public IReadOnlyDictionary<string, NodeMetadata> Inputs => _session.InputMetadata;

    public IReadOnlyDictionary<string, NodeMetadata> Outputs => _session.OutputMetadata;

    /// <summary>Keeps the model loaded until the lease is disposed; all native calls happen under one.</summary>
    /// <exception cref="ObjectDisposedException">The session was disposed.</exception>
    public Lease Use()
    {
        while (true)
        {
            var users = Volatile.Read(ref _users);
            ObjectDisposedException.ThrowIf(users == 0 || Volatile.Read(ref _disposed) == 1, typeof(OnnxTransformer));
            if (Interlocked.CompareExchange(ref _users, users + 1, users) == users)
                return new Lease(this);
        }
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
            Leave();
    }

    private void Leave()
    {
        if (Interlocked.Decrement(ref _users) > 0)
            return;
        _session.Dispose();
        _runOptions.Dispose();
    }

    private static InferenceSession Open(IHostEnvironment environment, OnnxOptions options, byte[] model)
    {
        using var session = new SessionOptions();
        session.LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR;
        // Spinning threads of one model take the cores from the next model in a chain, and from other requests.
        session.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        if (options.InterOpNumThreads is { } interOp)
            session.InterOpNumThreads = interOp;
        if (options.IntraOpNumThreads is { } intraOp)
            session.IntraOpNumThreads = intraOp;
        if ((options.GpuDeviceId ?? environment.GetGpuDeviceId()) is { } gpu)
            UseGpu(session, gpu, options.FallbackToCpu || environment.GetFallbackToCpu());
        return new InferenceSession(model, session);
    }

    private static void UseGpu(SessionOptions session, int gpu, bool fallbackToCpu)
    {
        try
        {
            session.AppendExecutionProvider_CUDA(gpu);
        }
        catch (Exception e) when (e is OnnxRuntimeException or EntryPointNotFoundException or DllNotFoundException)
        {
            if (!fallbackToCpu)
                throw new InvalidOperationException($"ONNX Runtime cannot use GPU {gpu}: {e.Message} Leave the GPU out, or let it fall back to the processor.", e);
        }
    }

    /// <summary>The right to use a loaded model.</summary>
    public readonly struct Lease(OnnxSession owner) : IDisposable
    {
        public OrtIoBinding CreateBinding() => owner._session.CreateIoBinding();

        /// <summary>Runs the model on bound values.</summary>
        /// <exception cref="InvalidOperationException">An operator failed.</exception>
        public void Run(OrtIoBinding binding)
        {
            try
            {
                owner._session.RunWithBinding(owner._runOptions, binding);
            }
            catch (OnnxRuntimeException e)
            {
                throw new InvalidOperationException($"The ONNX model failed: {e.Message}", e);
            }
        }

        public void Dispose() => owner.Leave();
    }
}
