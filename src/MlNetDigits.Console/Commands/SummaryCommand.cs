using System.CommandLine;
using System.CommandLine.Completions;
using MlNetDigits.Console.Hosting;
using MlNetDigits.Console.Hosting.Help;
using MlNetDigits.Console.Json;
using MlNetDigits.Console.Rendering;
using MlNetDigits.Networks;
using MlNetDigits.Networks.Architectures;
using MlNetDigits.Networks.Onnx;

namespace MlNetDigits.Console.Commands;

/// <summary><c>summary</c>: the layers of an architecture or of an ONNX file.</summary>
internal static class SummaryCommand
{
    public const string Name = "summary";
    public const string Description = "Show a network's layers, shapes, parameters and FLOPs.";

    private static readonly Shape DigitShape = new(28, 28, 1);

    public static Command Create(Terminal terminal)
    {
        var target = new Argument<string>("network")
        {
            Description = $"An architecture ({string.Join(", ", Architecture.Names)}) or the path of an ONNX file.",
            DefaultValueFactory = _ => Architecture.Names[0],
        };
        target.CompletionSources.Add(_ => Architecture.Names.Select(name => new CompletionItem(name)));
        var command = new DigitCommand(
            Name,
            Description,
            new CommandExample("Show the layers of an architecture", "mlnet-digits summary simple"),
            new CommandExample("Show the layers and metadata of a trained model", "mlnet-digits summary artifacts/standard/digits.onnx")) { target };
        command.Runs(terminal, (parsed, _) =>
        {
            SummaryDocument summary = Summarize(parsed.GetRequiredValue(target));
            if (parsed.GetValue(CommonOptions.Json))
                terminal.WriteJson(summary, ConsoleJson.Default.SummaryDocument);
            else
                terminal.Console.Write(SummaryView.Draw(summary));
            return ExitCode.Success;
        });
        return command;
    }

    private static SummaryDocument Summarize(string target)
    {
        if (Architecture.Names.Contains(target, StringComparer.OrdinalIgnoreCase))
            return SummaryDocument.From(Architecture.Create(target, DigitShape, classes: 10));
        if (File.Exists(target))
            return SummaryDocument.From(OnnxModel.Load(target));
        throw new UserError($"'{target}' is neither an ONNX file nor an architecture; the architectures are {string.Join(", ", Architecture.Names)}.");
    }
}
