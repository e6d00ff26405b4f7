using Microsoft.Playwright;

namespace MlNetDigits.Browsing;

/// <summary>One headless browser for a class of tests.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly float _patience = (float)TimeSpan.FromMinutes(2).TotalMilliseconds;

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Gets the browser's program, or null where none is installed.</summary>
    /// <remarks>The headless shell is the same engine without windows, and takes half the time for a page.</remarks>
    public static string? Program { get; } = ((string[])["/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]).FirstOrDefault(File.Exists);

    // Five seconds, the default, are too few on a busy machine.
    static Chromium() => Assertions.SetDefaultExpectTimeout((float)TimeSpan.FromMinutes(1).TotalMilliseconds);

    public async ValueTask InitializeAsync()
    {
        if (Program is null) return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Program, Args = ["--no-sandbox"], Timeout = _patience });
    }

    /// <summary>Opens an empty page of its own.</summary>
    public async Task<IPage> OpenAsync(BrowserNewPageOptions? options = null)
    {
        IPage page = await _browser!.NewPageAsync(options);
        page.SetDefaultTimeout(_patience);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
