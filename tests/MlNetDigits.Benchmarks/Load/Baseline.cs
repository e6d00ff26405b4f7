using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MlNetDigits.Benchmarks.Load;

/// <summary>What the service is compared with: an endpoint that reads the body and answers a constant.</summary>
internal static class Baseline
{
    private static readonly byte[] Answer = "{\"model\":\"best\",\"digit\":7,\"confidence\":0.99999,\"probabilities\":[1E-06,1E-06,1E-06,1E-06,1E-06,1E-06,1E-06,0.99999,1E-06,1E-06]}"u8.ToArray();

    public static int Run(string url)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        using WebApplication app = builder.Build();
        app.MapPost("/", async (HttpContext context) =>
        {
            var reader = context.Request.BodyReader;
            while (true)
            {
                var read = await reader.ReadAsync();
                reader.AdvanceTo(read.Buffer.End);
                if (read.IsCompleted) break;
            }

            context.Response.ContentType = "application/json";
            context.Response.ContentLength = Answer.Length;
            await context.Response.BodyWriter.WriteAsync(Answer);
        });
        app.Run(url);
        return 0;
    }
}
