using System.CommandLine;
using MlNetDigits.Console.Hosting;
using MlNetDigits.Console.Json;
using MlNetDigits.Console.Rendering;
using MlNetDigits.Networks;
using MlNetDigits.Networks.Architectures;
using MlNetDigits.Networks.Onnx;

namespace MlNetDigits.Console.Commands;

/// <summary><c>summary</c>: the layers of an architecture or of an ONNX file.</summary>
internal static class SummaryCommand
{
    private static readonly Shape DigitShape = new(28, 28, 1);

    public static Command Create(Terminal terminal)
    {
        var target = new Argument<string>("network")
        {
            Description = $"An architecture ({string.Join(", ", Architecture.Names)}) or the path of an ONNX file.",
            DefaultValueFactory = _ => Architecture.Names[0],
        };
        var command = new Command("summary", "Show a network's layers, shapes, parameters and FLOPs.") { target };
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
