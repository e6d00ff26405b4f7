namespace MlNetDigits.Benchmarks.Load;

/// <summary>Puts two models in a served file's place by turns, and a damaged one now and then; the first one stays at the end.</summary>
internal sealed class ModelSwaps(string served, string other)
{
    private const int DamagedOneIn = 4;

    private readonly byte[][] _models = [File.ReadAllBytes(other), File.ReadAllBytes(served)];

    public int Count { get; private set; }

    public int Damaged { get; private set; }

    public async Task Run(TimeSpan interval, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(interval);
        try
        {
            for (int turn = 1; await timer.WaitForNextTickAsync(stop); turn++)
            {
                if (turn % DamagedOneIn == 0)
                {
                    Put(_models[0].AsSpan(0, _models[0].Length / 2));
                    Damaged++;
                }
                else
                {
                    Put(_models[Count++ % 2]);
                }
            }
        }
        catch (OperationCanceledException)
        {
            Put(_models[1]);
        }
    }

    private void Put(ReadOnlySpan<byte> model)
    {
        string partial = served + ".partial";
        File.WriteAllBytes(partial, model);
        File.Move(partial, served, overwrite: true);
    }
}
