using System.Runtime.CompilerServices;
using MlNetDigits.Browsing;
using MlNetDigits.Recognition;

namespace MlNetDigits.Web.Tests.Browser;

/// <summary>A theory that needs a browser and the shipped network; skipped, with the reason shown, where one is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ReadingTheoryAttribute : TheoryAttribute
{
    public ReadingTheoryAttribute([CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
        : base(sourceFilePath, sourceLineNumber)
    {
        if (Chromium.Program is null)
            Skip = "No browser: install Chromium as /usr/bin/chromium.";
        else if (ShippedModels.Find() is null)
            Skip = "No network: data/models/robust.onnx is not there.";
    }
}
