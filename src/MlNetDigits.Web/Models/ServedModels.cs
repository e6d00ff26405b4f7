using Microsoft.Extensions.ML;
using MlNetDigits.Recognition;
using MlNetDigits.Web.Errors;
using MlNetDigits.Web.Settings;
using MlNetDigits.Web.Telemetry;

namespace MlNetDigits.Web.Models;

/// <summary>The models by name.</summary>
internal sealed class ServedModels
{
    private readonly Dictionary<string, ServedModel> _models;

    public ServedModels(IServiceProvider services, ModelPlaces places)
    {
        var pool = services.GetRequiredService<PredictionEnginePool<DigitImage, DigitPrediction>>();
        var metrics = services.GetRequiredService<ServiceMetrics>();
        float threshold = services.GetRequiredService<DigitServiceOptions>().RejectionThreshold;
        _models = places.Names.ToDictionary(name => name, name => new ServedModel(name, pool, services.GetRequiredKeyedService<IDigitRecognizer>(name), metrics, threshold), StringComparer.OrdinalIgnoreCase);
        Default = _models[places.Default];
        All = [.. places.Names.Select(name => _models[name])];
    }

    public ServedModel Default { get; }

    public IReadOnlyList<ServedModel> All { get; }

    /// <summary>Loads every model and runs it.</summary>
    /// <exception cref="InvalidDataException">A file is damaged or is another kind of model.</exception>
    public void WarmUp()
    {
        foreach (var model in All)
            model.WarmUp();
    }

    /// <summary>Gives the model that a request names.</summary>
    /// <exception cref="RequestException">There is none of that name.</exception>
    public ServedModel Get(string? name)
    {
        if (string.IsNullOrEmpty(name))
            return Default;
        return _models.TryGetValue(name, out var model)
            ? model
            : throw new RequestException(StatusCodes.Status404NotFound, "unknown-model", $"There is no such model: name one of {string.Join(", ", All.Select(served => served.Name))}, or none.");
    }
}
