using System.CommandLine;
using MlNetDigits.Console.Hosting;
using MlNetDigits.Console.Hosting.Help;
using MlNetDigits.Console.Json;
using MlNetDigits.Console.Rendering;
using MlNetDigits.Explanation;

namespace MlNetDigits.Console.Commands;

/// <summary><c>explain</c>: draws what a model sees in images and why it answers as it does.</summary>
internal static class ExplainCommand
{
    public const string Name = "explain";
    public const string Description = "Draw what a model sees in images: feature maps, kernels, occlusion and Grad-CAM.";

    private const string DefaultFolder = "explanations";

    public static Command Create(Terminal terminal)
    {
        var files = new Argument<string[]>("images") { Description = ImagePaths.Help, Arity = ArgumentArity.OneOrMore };
        Option<string?> model = ModelChoice.Option(), normalize = DatasetOptions.Normalization();
        Option<bool?> transpose = DatasetOptions.Transpose();
        Option<string?> labelColumn = DatasetOptions.LabelColumn();
        var output = new Option<string>("--output", "-o") { Description = $"Folder for the pictures and pages. Default: {DefaultFolder}.", HelpName = "folder", DefaultValueFactory = _ => DefaultFolder };
        Option<int?> top = CommonOptions.Number("--top", 1, 1000, "How many of the likeliest classes to explain. Default: 3.");
        Option<int?> member = CommonOptions.Number("--member", 1, 1024, "Which network of an ensemble to look into. Default: 1.");
        Option<string?> layer = new("--layer") { Description = "Layer of Grad-CAM. Default: the last whose maps are at least 5×5.", HelpName = "name" };
        var command = new DigitCommand(
            Name,
            Description,
            new CommandExample("Explain one digit", "mlnet-digits explain digit.png"),
            new CommandExample("Explain a folder of digits, the two likeliest classes each", "mlnet-digits explain digits/ --top 2 --output explained/")) { files, model, normalize, transpose, labelColumn, output, top, member, layer };
        command.Runs(terminal, (parsed, cancellation) =>
        {
            var options = new ExplanationOptions { Top = parsed.GetValue(top) ?? 3, Member = parsed.GetValue(member) ?? 1, ActivationLayer = parsed.GetValue(layer) };
            string path = ModelChoice.Find(terminal, parsed.GetValue(model));
            using DigitExplainer explainer = DigitExplainer.Load(path);
            var reader = new PredictionBatch(ModelForm.Find(terminal, parsed.GetValue(normalize), path, explainer.Form), parsed.GetValue(transpose), parsed.GetValue(labelColumn), terminal);
            PredictionBatch batch = Waiting.Run(terminal, "reading the images", () => reader.Read(ImagePaths.Expand(terminal, parsed.GetRequiredValue(files)), cancellation));
            ExplanationDocument[] documents = Waiting.Run(terminal, "making the pictures", () => ExplanationRun.Write(explainer, batch, options, parsed.GetRequiredValue(output), cancellation));
            Write(terminal, documents, parsed.GetValue(CommonOptions.Json));
            return documents.Any(document => document.Error is not null) ? ExitCode.Failure : ExitCode.Success;
        });
        return command;
    }

    private static void Write(Terminal terminal, ExplanationDocument[] documents, bool isJson)
    {
        if (isJson) terminal.WriteJson(documents, ConsoleJson.Default.ExplanationDocumentArray);
        else Array.ForEach([.. documents.Where(document => document.Error is null)], document => Write(terminal, document));
        foreach (ExplanationDocument failed in documents.Where(document => document.Error is not null)) terminal.WriteError(failed.Error!);
    }

    private static void Write(Terminal terminal, ExplanationDocument document)
    {
        terminal.Output.WriteLine(document.File);
        foreach (string sentence in document.Sentences!) terminal.Output.WriteLine($"  {sentence}");
        terminal.Output.WriteLine($"  {document.Sheet}");
        terminal.Output.WriteLine($"  {document.Page}");
    }
}
