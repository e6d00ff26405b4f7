namespace MlNetDigits.Measuring;

/// <summary>What work allocates.</summary>
internal static class Allocation
{
    private const int Rounds = 10;

    /// <summary>Bytes that the calling thread allocates in one round of work, which runs ten times.</summary>
    /// <returns>
    /// The fewest of all rounds. The runtime hands memory to a thread in pieces of 8 KB, and counts the rest of a piece
    /// as allocated when another thread's garbage collection takes it back, so a single round may seem to allocate more.
    /// </returns>
    public static long OfEachRound(Action work) => OfEachRound(1, read => read(0), work)[0];

    /// <summary>The same for each thread of a team.</summary>
    /// <param name="threads">How many there are.</param>
    /// <param name="onEach">Runs what it is given on every thread, each with its number.</param>
    /// <param name="work">One round.</param>
    public static long[] OfEachRound(int threads, Action<Action<int>> onEach, Action work)
    {
        long[] before = new long[threads], after = new long[threads], fewest = [.. Enumerable.Repeat(long.MaxValue, threads)];
        Action<int> start = thread => before[thread] = GC.GetAllocatedBytesForCurrentThread(), end = thread => after[thread] = GC.GetAllocatedBytesForCurrentThread();
        for (int round = 0; round < Rounds; round++)
        {
            onEach(start);
            work();
            onEach(end);
            for (int thread = 0; thread < threads; thread++) fewest[thread] = Math.Min(fewest[thread], after[thread] - before[thread]);
        }

        return fewest;
    }
}
