using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace MlNetDigits.Web.Contract;

/// <summary>Completes the OpenAPI document where types cannot tell it.</summary>
internal static class OpenApiText
{
    private static readonly string[] Binary = ["image/*", "application/octet-stream"];

    /// <param name="options">The document's options.</param>
    /// <param name="needsKey">Whether the service wants a key.</param>
    public static void Complete(OpenApiOptions options, bool needsKey)
    {
        if (needsKey)
            options.AddDocumentTransformer(AddKey);
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "MlNetDigits",
                Version = typeof(OpenApiText).Assembly.GetName().Version!.ToString(3),
                Description = "Recognizes handwritten digits.",
            };
            document.Servers?.Clear();
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, _, _) =>
        {
            if (operation.RequestBody?.Content is not { } content)
                return Task.CompletedTask;
            foreach (var type in Binary)
            {
                if (content.TryGetValue(type, out var body))
                    body.Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary", Description = "An encoded image." };
            }

            if (content.TryGetValue("multipart/form-data", out var form))
            {
                form.Schema = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Properties = new Dictionary<string, IOpenApiSchema> { ["image"] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } },
                };
            }

            return Task.CompletedTask;
        });
    }

    private static Task AddKey(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellation)
    {
        document.AddComponent("key", new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Header, Name = "X-Api-Key" });
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("key", document)] = [] }];
        return Task.CompletedTask;
    }
}
