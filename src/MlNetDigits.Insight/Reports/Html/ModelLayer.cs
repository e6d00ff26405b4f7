namespace MlNetDigits.Reports.Html;

/// <summary>One layer of a network, as the report lists it.</summary>
/// <param name="Name">Name within the network.</param>
/// <param name="Kind">Kind and settings, such as <c>Conv2D 32, 3×3</c>.</param>
/// <param name="Output">Shape of its output.</param>
/// <param name="Parameters">Trained values.</param>
internal sealed record ModelLayer(string Name, string Kind, string Output, long Parameters);
