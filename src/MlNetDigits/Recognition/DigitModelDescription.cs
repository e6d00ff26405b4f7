using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Microsoft.ML;
using MlNetDigits.Datasets;
using MlNetDigits.Pipelines;

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

    /// <summary>Gets the facts that training left in the file, named as in <c>metrics.json</c>; a zip has those of its ONNX steps.</summary>
    public required IReadOnlyDictionary<string, string> Metadata { get; init; }

    /// <summary>Gets the names of the classes, in the order of scores.</summary>
    public required IReadOnlyList<string> ClassNames { get; init; }

    /// <summary>Gets the form that pictures are brought into before the model sees them.</summary>
    public required ImageForm Form { get; init; }

    /// <summary>Gets whether the model tells images that show none of its classes.</summary>
    /// <value>Default false.</value>
    public bool HasRejection { get; init; }

    /// <summary>Describes a model that a pool or a recognizer of this library loaded.</summary>
    /// <param name="model">The model, such as a pool's <c>GetModel</c> gives.</param>
    /// <returns>The description, or null for a model that came another way.</returns>
    public static DigitModelDescription? Of(ITransformer model) => Known.TryGetValue(model, out DigitModelDescription? description) ? description : null;

    internal static void Attach(ITransformer model, ModelBytes file, DataViewSchema output) => Known.AddOrUpdate(model, new DigitModelDescription
    {
        Format = file.Graph is null ? "zip" : "onnx",
        Length = file.FileBytes.Length,
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(file.FileBytes)),
        Metadata = file.Facts,
        ClassNames = ModelClasses.Of(output),
        HasRejection = output.GetColumnOrNull(nameof(DigitPrediction.DigitScore)) is not null,
        Form = ImageForm.Read(file.Facts),
    });
}
