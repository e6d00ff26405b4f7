using System.CommandLine;
using MlNetDigits.Console.Hosting;
using MlNetDigits.Console.Hosting.Help;
using MlNetDigits.Console.Json;
using MlNetDigits.Pipelines;

namespace MlNetDigits.Console.Commands;

/// <summary><c>export</c>: writes a model for other servers.</summary>
internal static class ExportCommand
{
    public const string Name = "export";
    public const string Description = "Write an ONNX model as a repository that inference servers read.";

    public static Command Create(Terminal terminal)
    {
        Option<string?> model = ModelChoice.Option();
        Option<string> triton = new("--triton") { Description = "Write the model to this repository of NVIDIA Triton or KServe: config.pbtxt, labels.txt and 1/model.onnx.", HelpName = "folder", Required = true };
        Option<string> name = new("--name") { Description = "Name of the model in the repository.", HelpName = "name", DefaultValueFactory = _ => "digits" };
        Option<int?> version = CommonOptions.Number("--version-number", 1, int.MaxValue, "Version of the model in the repository; others stay. Default: 1.");
        var command = new DigitCommand(
            Name,
            Description,
            new CommandExample("Write a repository for NVIDIA Triton", "mlnet-digits export --model artifacts/standard --triton repository/")) { model, triton, name, version };
        command.Runs(terminal, (parsed, _) =>
        {
            string path = ModelChoice.Find(terminal, parsed.GetValue(model));
            IReadOnlyList<string> files = TritonRepository.Write(path, parsed.GetRequiredValue(triton), parsed.GetRequiredValue(name), parsed.GetValue(version) ?? 1);
            if (parsed.GetValue(CommonOptions.Json))
                terminal.WriteJson([.. files], ConsoleJson.Default.StringArray);
            else
                terminal.Output.WriteLine($"Saved\n  {string.Join("\n  ", files)}");
            return ExitCode.Success;
        });
        return command;
    }
}
