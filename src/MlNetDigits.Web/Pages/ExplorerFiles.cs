namespace MlNetDigits.Web.Pages;

/// <summary>Serves Swagger UI's script and style for the page that explores the API.</summary>
internal static class ExplorerFiles
{
    private const string Folder = "openapi";

    /// <summary>Maps Swagger UI's files; this service's page stands in place of theirs, whose inline styles its policy forbids.</summary>
    public static void MapExplorer(this WebApplication app)
    {
        var page = Path.Combine(app.Environment.ContentRootPath, PageFiles.Folder, Folder, PageFiles.Index);
        app.MapSwaggerUI(Folder, explorer => explorer.IndexStream = () => File.OpenRead(page))
            .WithMetadata(new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Head]));
    }
}
