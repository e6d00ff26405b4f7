using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Packages.Tests.Packing;

namespace Packages.Tests.Consumers;

[Collection(FeedCollection.Name)]
public sealed class WebAppTests(Feed feed)
{
    [Fact]
    public async Task WebApp_WithTheReadmesCode_AnswersFromItsPool()
    {
        using Consumer consumer = await Consumer.CreateAsync("web", feed);
        consumer.Write("Program.cs", ReadmeCode.Block("MlNetDigits", 1));
        await consumer.BuildAsync();

        using Process app = consumer.DotNet(consumer.Program, "--urls", "http://127.0.0.1:0").Start();
        try
        {
            int[] digits = await Task.WhenAll(Ask(await AddressOf(app), "2-blue.jpg", "7-pen.png", "2-slanted.webp"));

            Assert.Equal([2, 7, 2], digits);
        }
        finally
        {
            app.Kill();
        }
    }

    private static async Task<string> AddressOf(Process app)
    {
        while (await app.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(1)) is { } line)
        {
            if (line.Split("Now listening on: ") is [_, var address]) return address;
        }

        throw new InvalidOperationException($"The app ended.\n{await app.StandardError.ReadToEndAsync()}");
    }

    private static IEnumerable<Task<int>> Ask(string address, params string[] samples) => samples.Select(async sample =>
    {
        using var client = new HttpClient();
        using var form = new MultipartFormDataContent { { new ByteArrayContent(File.ReadAllBytes(Build.Sample(sample))), "image", sample } };
        HttpResponseMessage answer = await client.PostAsync($"{address}/predict", form);
        return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>()).GetProperty("digit").GetInt32();
    });
}
