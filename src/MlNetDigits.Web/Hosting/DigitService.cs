using MlNetDigits.Web.Contract;
using MlNetDigits.Web.Endpoints;
using MlNetDigits.Web.Errors;
using MlNetDigits.Web.Images;
using MlNetDigits.Web.Models;
using MlNetDigits.Web.Pages;

namespace MlNetDigits.Web.Hosting;

/// <summary>Builds and runs the service.</summary>
internal static class DigitService
{
    /// <summary>Runs until the service is told to stop.</summary>
    /// <returns>The process's exit code.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        await using var app = Build(args);
        await app.RunAsync();
        return 0;
    }

    private static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = PublishedFolder() });
        var options = builder.Configuration.GetSection(DigitServiceOptions.Section).Get<DigitServiceOptions>() ?? new DigitServiceOptions();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = options.Limits.MaximumBytes;
        });
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, WebJson.Default));
        builder.Services.AddProblemDetails(problems => problems.CustomizeProblemDetails = ErrorCodes.Complete);
        builder.Services.AddOpenApi();
        builder.Services.AddDigitModels(options);
        builder.Services.AddSingleton<DigitReader>();

        var app = builder.Build();
        app.UseMiddleware<ErrorMiddleware>();
        app.UseStatusCodePages();
        app.MapPage();
        app.MapOpenApi();
        app.MapPredict();
        app.MapModels();
        return app;
    }

    /// <summary>A published app has its pages beside it; in a checkout they lie in the project's folder.</summary>
    private static string? PublishedFolder() =>
        Directory.Exists(Path.Combine(AppContext.BaseDirectory, PageFiles.Folder)) ? AppContext.BaseDirectory : null;
}
