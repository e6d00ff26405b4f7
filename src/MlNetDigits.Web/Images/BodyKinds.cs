using Microsoft.Net.Http.Headers;
using MlNetDigits.Web.Errors;

namespace MlNetDigits.Web.Images;

/// <summary>Tells a body's kind by its content type.</summary>
internal static class BodyKinds
{
    /// <exception cref="RequestException">It is no kind that has digits.</exception>
    public static BodyKind Of(string? contentType)
    {
        if (contentType is "application/json")
            return BodyKind.Json;
        if (MediaTypeHeaderValue.TryParse(contentType, out var type))
        {
            if (type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase))
                return BodyKind.Json;
            if (type.Type.Equals("image", StringComparison.OrdinalIgnoreCase) || type.MediaType.Equals("application/octet-stream", StringComparison.OrdinalIgnoreCase))
                return BodyKind.Image;
            if (type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
                return BodyKind.Form;
        }

        var (code, detail) = ErrorCodes.Of(StatusCodes.Status415UnsupportedMediaType);
        throw new RequestException(StatusCodes.Status415UnsupportedMediaType, code, detail!);
    }
}
