namespace MlNetDigits.Reports.Html;

/// <summary>What the model is and how it was made.</summary>
internal static class ModelSection
{
    public static ReportSection Create(ModelDescription model) => new("model", "Model", Markup.Of($"""
        {Command(model.Command)}<div class="columns">
        {Table("The file", model.Facts)}{Table("Its recipe", model.Recipe)}{Layers(model.Layers)}</div>

        """));

    private static Markup Command(string? command) => command is null ? Markup.Empty : Markup.Of($"""
        <p>This command writes the same model, bit for bit, whatever the number of threads:</p>
        <pre><code>{command}</code></pre>

        """);

    private static Markup Table(string caption, IReadOnlyList<(string Name, string Value)> rows) => rows.Count == 0 ? Markup.Empty : Markup.Of($"""
        <div><h3>{caption}</h3><table class="figures texts"><tbody>
        {rows.Select(row => Markup.Of($"<tr><th scope=\"row\">{row.Name}</th><td>{row.Value}</td></tr>\n"))}</tbody></table></div>

        """);

    private static Markup Layers(IReadOnlyList<ModelLayer> layers) => layers.Count == 0 ? Markup.Empty : Markup.Of($"""
        <div><h3>Its layers</h3><div class="scroll" role="group" aria-label="Layers" tabindex="0"><table class="figures layers">
        <thead><tr><th scope="col">layer</th><th scope="col">kind</th><th scope="col">output</th><th scope="col">parameters</th></tr></thead>
        <tbody>
        {layers.Select(layer => Markup.Of($"<tr><th scope=\"row\">{layer.Name}</th><td>{layer.Kind}</td><td>{layer.Output}</td><td>{Figures.Count(layer.Parameters)}</td></tr>\n"))}</tbody></table></div></div>

        """);
}
