using System.Globalization;
using Microsoft.OpenApi;
using MlNetDigits.Reading;
using MlNetDigits.Web.Errors;

namespace MlNetDigits.Web.Endpoints;

/// <summary>What a request's query tells of the numbers to read.</summary>
internal static class ReadOptions
{
    private static readonly string[] Checksums = [.. Enum.GetNames<NumberChecksum>().Select(name => name.ToLowerInvariant())];

    /// <summary>Reads the query's texts; the reader itself checks lengths and patterns.</summary>
    /// <exception cref="RequestException">A text is no number, or no checksum.</exception>
    public static DigitReaderOptions Parse(string? length, string? pattern, string? checksum) => new()
    {
        Length = string.IsNullOrEmpty(length) ? null
            : int.TryParse(length, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var digits) ? digits
            : throw Bad($"length is '{length}', which is no whole number: give how many digits every line has, or leave it out."),
        Pattern = string.IsNullOrEmpty(pattern) ? null : pattern,
        Checksum = string.IsNullOrEmpty(checksum) ? NumberChecksum.None
            : Array.FindIndex(Checksums, name => name.Equals(checksum, StringComparison.OrdinalIgnoreCase)) is >= 0 and var index ? Enum.GetValues<NumberChecksum>()[index]
            : throw Bad($"checksum is '{checksum}': give one of {string.Join(", ", Checksums)}, or leave it out."),
    };

    /// <summary>Tells in the OpenAPI document what the texts are.</summary>
    public static void Document(OpenApiOperation operation)
    {
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
        {
            (parameter.Description, parameter.Schema) = parameter.Name switch
            {
                "length" => ("Digits of every line; any number by default.", new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32", Minimum = "1", Maximum = "1000" }),
                "pattern" => ("What every line is like: d is any digit, digits stand for themselves, and all else is put into the text, as in dd.dd.dddd.", parameter.Schema),
                "checksum" => ("Rule that the last digit of every line follows: luhn of bank cards, gtin of EAN and ISBN-13.", new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. Checksums] }),
                _ => (parameter.Description, parameter.Schema),
            };
        }
    }

    private static RequestException Bad(string message) => new(StatusCodes.Status400BadRequest, "bad-option", message);
}
