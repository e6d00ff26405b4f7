using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Microsoft.ML;
using MlNetDigits.Networks.Onnx;

namespace MlNetDigits.Recognition;

/// <summary>What is known of a loaded digit model.</summary>
public sealed record DigitModelDescription
{
    private static readonly ConditionalWeakTable<ITransformer, DigitModelDescription> Known = [];

    /// <summary>Gets the file's kind: <c>onnx</c> or <c>zip</c>.</summary>
    public required string Format { get; init; }

    /// <summary>Gets the file's length in bytes.</summary>
    public required long Length { get; init; }

    /// <summary>Gets the file's SHA-256 in lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Gets the facts that training left in an ONNX file, named as in <c>metrics.json</c>; none for a zip.</summary>
    public required IReadOnlyDictionary<string, string> Metadata { get; init; }

    /// <summary>Describes a model that a pool or a recognizer of this library loaded.</summary>
    /// <param name="model">The model, such as a pool's <c>GetModel</c> gives.</param>
    /// <returns>The description, or null for a model that came another way.</returns>
    public static DigitModelDescription? Of(ITransformer model) => Known.TryGetValue(model, out DigitModelDescription? description) ? description : null;

    internal static void Attach(ITransformer model, byte[] bytes, OnnxModel? graph) => Known.AddOrUpdate(model, new DigitModelDescription
    {
        Format = graph is null ? "zip" : "onnx",
        Length = bytes.Length,
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
        Metadata = graph is null ? new Dictionary<string, string>() : new Dictionary<string, string>(graph.Metadata),
    });
}
