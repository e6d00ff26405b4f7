using System.Threading.Channels;
using MlNetDigits.Recognition;

namespace MlNetDigits.Benchmarks.Batching;

/// <summary>Gathers single requests that come at once into one run of the network: a request waits at most <see cref="Patience"/> for company.</summary>
internal sealed class GatheringRecognizer(IDigitRecognizer recognizer, int most) : IAsyncDisposable
{
    private readonly Channel<(DigitImage Image, TaskCompletionSource<DigitPrediction> Answer)> _requests =
        Channel.CreateUnbounded<(DigitImage, TaskCompletionSource<DigitPrediction>)>();

    private Task _loops = Task.CompletedTask;

    public static TimeSpan Patience { get; } = TimeSpan.FromMilliseconds(1);

    public void Start() => _loops = Task.WhenAll(Enumerable.Range(0, Environment.ProcessorCount).Select(_ => Task.Run(Loop)));

    public Task<DigitPrediction> Predict(DigitImage image)
    {
        var answer = new TaskCompletionSource<DigitPrediction>(TaskCreationOptions.RunContinuationsAsynchronously);
        _requests.Writer.TryWrite((image, answer));
        return answer.Task;
    }

    public async ValueTask DisposeAsync()
    {
        _requests.Writer.Complete();
        await _loops;
    }

    private async Task Loop()
    {
        var gathered = new List<(DigitImage Image, TaskCompletionSource<DigitPrediction> Answer)>(most);
        while (await _requests.Reader.WaitToReadAsync())
        {
            // Who waits already is company enough; a lone request waits for more.
            Take();
            if (gathered.Count == 1)
            {
                await Task.WhenAny(_requests.Reader.WaitToReadAsync().AsTask(), Task.Delay(Patience));
                Take();
            }

            if (gathered.Count == 0) continue;
            DigitPrediction[] predictions = recognizer.PredictBatch([.. gathered.Select(request => request.Image)]);
            for (int i = 0; i < predictions.Length; i++) gathered[i].Answer.SetResult(predictions[i]);
            gathered.Clear();
        }

        void Take()
        {
            while (gathered.Count < most && _requests.Reader.TryRead(out var request)) gathered.Add(request);
        }
    }
}
