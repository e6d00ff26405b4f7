using System.Security.Cryptography;
using Microsoft.AspNetCore.StaticFiles;

namespace MlNetDigits.Web.Pages;

/// <summary>Serves the files of <c>wwwroot</c>: each known at the start, so that no request's path reaches the file system.</summary>
internal static class PageFiles
{
    /// <summary>Name of the folder with the page's files.</summary>
    public const string Folder = "wwwroot";

    /// <summary>Name of the file that answers for its folder.</summary>
    public const string Index = "index.html";

    private static readonly FileExtensionContentTypeProvider Types = new();

    /// <summary>Maps one route per file of the page; <c>index.html</c> answers for its folder.</summary>
    public static void MapPage(this WebApplication app)
    {
        var root = Path.Combine(app.Environment.ContentRootPath, Folder);
        if (!Directory.Exists(root))
            return;
        foreach (var path in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories))
        {
            var name = "/" + Path.GetRelativePath(root, path).Replace(Path.DirectorySeparatorChar, '/');
            var route = Path.GetFileName(path) == Index ? name[..^Index.Length] : name;
            app.MapMethods(route, [HttpMethods.Get, HttpMethods.Head], Serve(path, app.Environment.IsDevelopment())).ExcludeFromDescription();
        }
    }

    private static RequestDelegate Serve(string path, bool anew)
    {
        var file = Read(path);
        return context =>
        {
            var (bytes, tag, type) = anew ? Read(path) : file;
            var response = context.Response;
            response.Headers.CacheControl = "no-cache";
            response.Headers.ETag = tag;
            if (context.Request.Headers.IfNoneMatch == tag)
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return Task.CompletedTask;
            }

            response.ContentType = type;
            response.ContentLength = bytes.Length;
            return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : response.Body.WriteAsync(bytes).AsTask();
        };
    }

    private static (byte[] Bytes, string Tag, string Type) Read(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var type = Types.TryGetContentType(path, out var known) ? known : "application/octet-stream";
        if (type.StartsWith("text/", StringComparison.Ordinal))
            type += "; charset=utf-8";
        return (bytes, $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8))}\"", type);
    }
}
