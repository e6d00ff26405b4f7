using System.Runtime.CompilerServices;

namespace MlNetDigits.Browsing;

/// <summary>A theory that needs a browser; skipped, with the reason shown, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute([CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
        : base(sourceFilePath, sourceLineNumber)
    {
        if (Chromium.Program is null) Skip = "No browser: install Chromium as /usr/bin/chromium.";
    }
}
