using System.CommandLine;
using MlNetDigits.Artifacts;
using MlNetDigits.Console.Hosting;
using MlNetDigits.Console.Hosting.Help;
using MlNetDigits.Console.Json;
using MlNetDigits.Datasets;
using MlNetDigits.Mapping;
using MlNetDigits.Networks.Onnx;
using MlNetDigits.Pipelines;
using MlNetDigits.Recognition;

namespace MlNetDigits.Console.Commands;

/// <summary><c>export</c>: writes a model for other servers, or another program's model for this library.</summary>
internal static class ExportCommand
{
    public const string Name = "export";
    public const string Description = "Write an ONNX model as a repository that inference servers read, or another program's in this library's form.";

    private const string Nothing = "There is nothing to write; name a file with --onnx, or a repository with --triton.";

    public static Command Create(Terminal terminal)
    {
        Option<string?> model = ModelChoice.Option(), normalize = DatasetOptions.Normalization();
        Option<string?> onnx = new("--onnx") { Description = "Write the model to this ONNX file, which all commands, the library and the web service take: Pixels of 0-255 to Score and PredictedLabel.", HelpName = "file" };
        Option<string?> triton = new("--triton") { Description = "Write the model to this repository of NVIDIA Triton or KServe: config.pbtxt, labels.txt and 1/model.onnx.", HelpName = "folder" };
        Option<string> name = new("--name") { Description = "Name of the model in the repository.", HelpName = "name", DefaultValueFactory = _ => "digits" };
        Option<int?> version = CommonOptions.Number("--version-number", 1, int.MaxValue, "Version of the model in the repository; others stay. Default: 1.");
        var command = new DigitCommand(
            Name,
            Description,
            new CommandExample("Write a repository for NVIDIA Triton", "mlnet-digits export --model artifacts/standard --triton repository/"),
            new CommandExample("Bring a model of PyTorch into this library's form", "mlnet-digits export --model torch.onnx --scale 1 --logits --onnx digits.onnx")) { model, onnx, triton, name, version, normalize };
        var mapping = new MappingOptions();
        mapping.AddTo(command);
        command.Runs(terminal, (parsed, _) =>
        {
            string? file = parsed.GetValue(onnx), repository = parsed.GetValue(triton);
            if (file is null && repository is null)
                throw new UserError(Nothing);
            string path = ModelChoice.Find(terminal, parsed.GetValue(model));
            if (Path.GetExtension(path).Equals(".zip", StringComparison.OrdinalIgnoreCase))
                throw new UserError($"'{path}' is a zip of ML.NET, and only ONNX files are exported; name the ONNX file with --model.");
            // What cannot be used here is not given to others.
            DigitRecognizer.Load(path, mapping.Read(parsed)).Dispose();
            string[] files =
            [
                .. file is null ? [] : WriteOnnx(path, mapping.Read(parsed), parsed.GetValue(normalize), file),
                .. repository is null ? [] : TritonRepository.Write(path, repository, parsed.GetRequiredValue(name), parsed.GetValue(version) ?? 1, mapping.Read(parsed), NormalizationOf(parsed.GetValue(normalize))),
            ];
            if (parsed.GetValue(CommonOptions.Json))
                terminal.WriteJson(files, ConsoleJson.Default.StringArray);
            else
                terminal.Output.WriteLine($"Saved\n  {string.Join("\n  ", files)}");
            return ExitCode.Success;
        });
        return command;
    }

    private static ImageNormalization? NormalizationOf(string? asked) => asked is null ? null : Enum.Parse<ImageNormalization>(asked, ignoreCase: true);

    private static string[] WriteOnnx(string path, ModelMapping? mapping, string? normalization, string file)
    {
        OnnxModel mapped = OnnxModel.Load(path).ToDigitModel(mapping);
        if (normalization is not null)
            mapped.Metadata[ModelMetadata.Normalization] = normalization;
        string target = Path.GetFullPath(file);
        using ArtifactFolder folder = ArtifactFolder.Open(Path.GetDirectoryName(target)!);
        folder.Stage(Path.GetFileName(target), mapped.Save);
        folder.Commit();
        return [target];
    }
}
