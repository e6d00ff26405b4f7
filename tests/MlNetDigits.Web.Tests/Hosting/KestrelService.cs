using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace MlNetDigits.Web.Tests.Hosting;

/// <summary>The service over a real socket, whose server has limits and drains.</summary>
internal sealed class KestrelService : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly TestService _service;

    private KestrelService(TestService service)
    {
        _service = service;
        Client = new HttpClient { BaseAddress = service.Listen(), Timeout = Patience };
    }

    public HttpClient Client { get; }

    public TestService Service => _service;

    public static Task<KestrelService> Start(params (string Key, string Value)[] settings) => Task.Run(() => new KestrelService(new TestService(settings)));

    /// <summary>Asks again until the answer is as wanted, which a busy machine may delay.</summary>
    public static async Task<HttpResponseMessage> Until(Func<Task<HttpResponseMessage>> ask, Func<HttpResponseMessage, bool> isWanted)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var response = await ask();
            if (isWanted(response))
                return response;
            response.Dispose();
            await Task.Delay(20, patience.Token);
        }
    }

    /// <summary>Waits until a request arrived and has its turn, which a busy machine may delay.</summary>
    public async Task UnderWay()
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!(await Client.GetStringAsync("/metrics", patience.Token)).Contains("aspnetcore_rate_limiting_active_request_leases{aspnetcore_rate_limiting_policy=\"scoring\"} 1\n", StringComparison.Ordinal))
            await Task.Delay(20, patience.Token);
    }

    public Task Stop() => _service.Services.GetRequiredService<IHost>().StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _service.DisposeAsync();
    }
}
