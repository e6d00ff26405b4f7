using System.CommandLine;
using System.CommandLine.Completions;

namespace MlNetDigits.Console.Hosting;

/// <summary>The option <c>--verbosity</c>, with the names that .NET's tools use.</summary>
internal static class VerbosityOption
{
    private static readonly Dictionary<string, Verbosity> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["q"] = Verbosity.Quiet, ["quiet"] = Verbosity.Quiet,
        ["m"] = Verbosity.Minimal, ["minimal"] = Verbosity.Minimal,
        ["diag"] = Verbosity.Diagnostic, ["diagnostic"] = Verbosity.Diagnostic,
    };

    /// <summary>Creates the option.</summary>
    public static Option<Verbosity> Create()
    {
        var option = new Option<Verbosity>("--verbosity", "-v")
        {
            Description = "How much to tell: q[uiet] the result alone, m[inimal] progress and evaluation, diag[nostic] settings and ML.NET's messages too. Default: m.",
            HelpName = "level",
            DefaultValueFactory = _ => Verbosity.Minimal,
        };
        option.CustomParser = result =>
        {
            string text = result.Tokens[0].Value;
            if (!Names.TryGetValue(text, out Verbosity verbosity))
                result.AddError($"--verbosity is '{text}'; give one of q[uiet], m[inimal], diag[nostic].");
            return verbosity;
        };
        option.CompletionSources.Clear();
        option.CompletionSources.Add(_ => Names.Keys.Where(name => name.Length > 4).Select(name => new CompletionItem(name)));
        return option;
    }
}
