using System.Text.Json.Serialization;
using MlNetDigits.Web.Contract;
using MlNetDigits.Web.Endpoints;
using MlNetDigits.Web.Errors;
using MlNetDigits.Web.Explanation;
using MlNetDigits.Web.Feedback;
using MlNetDigits.Web.Images;
using MlNetDigits.Web.Models;
using MlNetDigits.Web.Pages;
using MlNetDigits.Web.Security;
using MlNetDigits.Web.Settings;

namespace MlNetDigits.Web.Hosting;

/// <summary>Builds and runs the service.</summary>
internal static class DigitService
{
    /// <summary>Runs until the service is told to stop.</summary>
    /// <returns>The process's exit code.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            await using var app = Build(args);
            await app.RunAsync();
            return 0;
        }
        catch (Exception error) when (error is InvalidOperationException or InvalidDataException or IOException or ArgumentException)
        {
            await Console.Error.WriteLineAsync($"error: {error.Message}");
            return 1;
        }
    }

    private static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = PublishedFolder() });
        var options = builder.Configuration.GetSection(DigitServiceOptions.Section).Get<DigitServiceOptions>() ?? new DigitServiceOptions();
        options.Validate();
        AddServices(builder, options);

        var app = builder.Build();
        // A model that cannot be served is told now, not with the first request.
        app.Services.GetRequiredService<ServedModels>().WarmUp();
        app.Services.GetRequiredService<PageReader>();
        app.Services.GetRequiredService<FeedbackBox>();
        Route(app, options);
        return app;
    }

    private static void AddServices(WebApplicationBuilder builder, DigitServiceOptions options)
    {
        builder.AddLimits(options.Limits);
        builder.AddTelemetry(options);
        // One call into the system less for each request, for 4 KB held by a waiting connection.
        builder.WebHost.UseSockets(sockets => sockets.WaitForDataBeforeAllocatingBuffer = false);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = options.DrainTimeout + options.DrainDelay);
        builder.Services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, WebJson.Default);
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
        });
        builder.Services.AddProblemDetails(problems => problems.CustomizeProblemDetails = ErrorCodes.Complete);
        builder.Services.AddOpenApi(document => OpenApiText.Complete(document, options.ApiKey is not null));
        builder.Services.AddCors(cors => cors.AddDefaultPolicy(policy => policy.WithOrigins([.. options.CorsOrigins]).WithMethods("GET", "POST").WithHeaders("Content-Type", "X-Api-Key", "Authorization")));
        builder.Services.AddDigitModels(options);
        builder.Services.AddSingleton(options).AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<BodyReader>().AddSingleton<ImageGate>().AddSingleton<PageReader>();
        builder.Services.AddSingleton<Explainers>().AddSingleton<FeedbackBox>();
        builder.Services.AddSingleton<Readiness>().AddHostedService(services => services.GetRequiredService<Readiness>());
        builder.Services.AddHealthChecks().AddCheck<Readiness>("models", tags: [HealthEndpoints.Ready]);
    }

    private static void Route(WebApplication app, DigitServiceOptions options)
    {
        app.UseSecurityHeaders();
        app.UseMiddleware<ErrorMiddleware>();
        app.UseStatusCodePages();
        if (options.CorsOrigins.Count > 0)
            app.UseCors();
        if (options.ApiKey is not null)
            app.UseMiddleware<ApiKeyMiddleware>();
        app.UseRequestTimeouts();
        app.UseRateLimiter();

        app.MapPage();
        app.MapExplorer();
        app.MapOpenApi();
        app.MapHealth();
        PredictEndpoint.Map(app);
        app.MapBatch();
        app.MapRead();
        app.MapModels();
        app.MapExplain();
        app.MapFeedback();
        app.MapMetrics();
    }

    /// <summary>A published app has its pages beside it; in a checkout they lie in the project's folder.</summary>
    private static string? PublishedFolder() =>
        Directory.Exists(Path.Combine(AppContext.BaseDirectory, PageFiles.Folder)) ? AppContext.BaseDirectory : null;
}
