using MlNetDigits.Web.Models;

namespace MlNetDigits.Web.Explanation;

/// <summary>The explainers of all models, each loaded when first asked.</summary>
internal sealed class Explainers(ServedModels models) : IDisposable
{
    private readonly Dictionary<ServedModel, ModelExplainer> _explainers = models.All.ToDictionary(model => model, model => new ModelExplainer(model));

    public ModelExplainer Of(ServedModel model) => _explainers[model];

    public void Dispose()
    {
        foreach (var explainer in _explainers.Values)
            explainer.Dispose();
    }
}
