using Microsoft.Extensions.ML;
using MlNetDigits.Recognition;
using MlNetDigits.Web.Settings;

namespace MlNetDigits.Web.Models;

/// <summary>Registers the named models.</summary>
internal static class ModelServiceExtensions
{
    public static void AddDigitModels(this IServiceCollection services, DigitServiceOptions options)
    {
        var places = ModelPlaces.Of(options);
        var pool = services.AddPredictionEnginePool<DigitImage, DigitPrediction>();
        foreach (var name in places.Names)
            pool.AddDigitModel(name, new DigitRecognitionOptions { ModelPath = places.Paths[name], ReloadInterval = options.ReloadInterval });
        services.AddSingleton(places);
        services.AddSingleton<ServedModels>();
    }
}
