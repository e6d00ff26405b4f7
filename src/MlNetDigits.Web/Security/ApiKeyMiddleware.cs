using System.Security.Cryptography;
using System.Text;
using MlNetDigits.Web.Errors;
using MlNetDigits.Web.Settings;

namespace MlNetDigits.Web.Security;

/// <summary>Lets requests of protected endpoints pass only with the key.</summary>
internal sealed class ApiKeyMiddleware(RequestDelegate next, DigitServiceOptions options)
{
    private const string Bearer = "Bearer ";

    private readonly byte[] _hash = Hash(options.ApiKey!);

    public Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<ProtectedAttribute>() is null || HasKey(context.Request.Headers))
            return next(context);
        context.Response.Headers.WWWAuthenticate = Bearer.Trim();
        var (code, detail) = ErrorCodes.Of(StatusCodes.Status401Unauthorized);
        throw new RequestException(StatusCodes.Status401Unauthorized, code, detail!);
    }

    private bool HasKey(IHeaderDictionary headers)
    {
        var given = headers["X-Api-Key"].ToString();
        var authorization = headers.Authorization.ToString();
        if (given.Length == 0 && authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
            given = authorization[Bearer.Length..];
        // Hashes have equal length, so the comparison's time tells nothing of the key.
        return CryptographicOperations.FixedTimeEquals(Hash(given), _hash);
    }

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
