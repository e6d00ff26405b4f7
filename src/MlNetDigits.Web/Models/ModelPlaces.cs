using MlNetDigits.Recognition;
using MlNetDigits.Web.Settings;

namespace MlNetDigits.Web.Models;

/// <summary>Which models are served and where their files lie.</summary>
/// <param name="Default">Name of the model for requests that name none.</param>
/// <param name="Paths">File by name.</param>
/// <param name="Names">The names, in order.</param>
internal sealed record ModelPlaces(string Default, IReadOnlyDictionary<string, string> Paths, IReadOnlyList<string> Names)
{
    /// <summary>Takes the configured models, or the shipped ones when none is configured.</summary>
    /// <exception cref="InvalidOperationException">There is no model, or the default one is not among them.</exception>
    public static ModelPlaces Of(DigitServiceOptions options)
    {
        var paths = options.Models.Count > 0
            ? new Dictionary<string, string>(options.Models, StringComparer.OrdinalIgnoreCase)
            : ShippedModels.Names.Where(name => ShippedModels.Find(name) is not null).ToDictionary(name => name, name => ShippedModels.Find(name)!, StringComparer.OrdinalIgnoreCase);
        if (paths.Count == 0)
            throw new InvalidOperationException("There is no model to serve: none was shipped. Train one with 'mlnet-digits train' and name its file with --Digits:Models:mine=digits.onnx.");

        string[] names = [.. paths.Keys.Order(StringComparer.OrdinalIgnoreCase)];
        var chosen = options.DefaultModel ?? (paths.ContainsKey(ShippedModels.Default) ? ShippedModels.Default : names[0]);
        return paths.ContainsKey(chosen)
            ? new ModelPlaces(chosen, paths, names)
            : throw new InvalidOperationException($"Digits:DefaultModel is '{chosen}', which is not among the models: {string.Join(", ", names)}. Name one of them.");
    }
}
