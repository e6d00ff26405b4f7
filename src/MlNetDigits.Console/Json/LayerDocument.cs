namespace MlNetDigits.Console.Json;

/// <summary>One layer of a network, or one node of an ONNX model; what a source does not tell is null.</summary>
internal sealed record LayerDocument(string Name, string Kind, string? Output, long Parameters, long? Flops);
