using System.Diagnostics;

namespace MlNetDigits.Benchmarks.Load;

/// <summary>What a process on this machine used: processor time so far, and memory now.</summary>
internal sealed record ProcessUsage(TimeSpan Processor, long WorkingSet)
{
    public static ProcessUsage Of(int id)
    {
        using Process process = Process.GetProcessById(id);
        return new ProcessUsage(process.TotalProcessorTime, process.WorkingSet64);
    }

    /// <summary>The process whose number was given as <c>process=N</c>, if one was.</summary>
    public static ProcessUsage? Of(int? id) => id is { } known ? Of(known) : null;
}
