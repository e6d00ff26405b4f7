using System.Runtime.CompilerServices;

namespace MlNetDigits.Browsing;

/// <summary>A test that needs a browser; skipped, with the reason shown, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute([CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
        : base(sourceFilePath, sourceLineNumber)
    {
        if (Chromium.Program is null) Skip = "No browser: install Chromium as /usr/bin/chromium.";
    }
}
