using Microsoft.AspNetCore.Mvc;
using MlNetDigits.Web.Errors;
using MlNetDigits.Web.Security;

namespace MlNetDigits.Web.Hosting;

/// <summary>Turns exceptions into problem details.</summary>
internal sealed partial class ErrorMiddleware(RequestDelegate next, IProblemDetailsService problems, ILogger<ErrorMiddleware> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is left to read an answer.
            context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
        }
        catch (RequestException error)
        {
            await Write(context, error.Status, error.Code, error.Message);
        }
        catch (BadHttpRequestException error)
        {
            await Write(context, error.StatusCode, ErrorCodes.Of(error.StatusCode).Code, error.Message);
        }
        catch (Exception error) when (!context.Response.HasStarted)
        {
            LogFailed(log, error, context.Request.Method, context.GetEndpoint()?.DisplayName);
            await Write(context, StatusCodes.Status500InternalServerError, ErrorCodes.Of(500).Code, ErrorCodes.Of(500).Detail!);
        }
    }

    private async Task Write(HttpContext context, int status, string code, string message)
    {
        if (context.Response.HasStarted)
        {
            context.Abort();
            return;
        }

        var challenge = context.Response.Headers.WWWAuthenticate;
        context.Response.Clear();
        SecurityHeaders.Add(context.Response.Headers);
        context.Response.Headers.WWWAuthenticate = challenge;
        context.Response.StatusCode = status;
        var details = new ProblemDetails { Status = status, Detail = message, Extensions = { ["code"] = code } };
        await problems.WriteAsync(new ProblemDetailsContext { HttpContext = context, ProblemDetails = details });
    }

    [LoggerMessage(EventId = 1, EventName = "RequestFailed", Level = LogLevel.Error, Message = "{Method} of {Endpoint} failed.")]
    private static partial void LogFailed(ILogger log, Exception error, string method, string? endpoint);
}
