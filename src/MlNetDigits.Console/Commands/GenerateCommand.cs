using System.CommandLine;
using MlNetDigits.Console.Generation;
using MlNetDigits.Console.Hosting;
using MlNetDigits.Console.Hosting.Help;
using MlNetDigits.Console.Json;

namespace MlNetDigits.Console.Commands;

/// <summary><c>generate</c>: a console app and a web app that consume a model.</summary>
internal static class GenerateCommand
{
    public const string Name = "generate";
    public const string Description = "Write a console app and a web app that consume a model through ML.NET's prediction engine and its pool.";

    public static Command Create(Terminal terminal)
    {
        Option<string?> model = ModelChoice.Option();
        Option<string?> name = new("--name") { Description = "Name of the apps. Default: the model's.", HelpName = "name" };
        Option<string?> output = new("--output", "-o") { Description = "Folder to write to; files that are there are kept, but for the model. Default: a folder of the apps' name.", HelpName = "folder" };
        Option<string?> project = LibraryChoice.ProjectOption(), source = LibraryChoice.SourceOption();
        var command = new DigitCommand(
            Name,
            Description,
            new CommandExample("Write apps for the model trained last, or the shipped one", "mlnet-digits generate --name Digits"),
            new CommandExample("Take the library's packages from a folder", "mlnet-digits generate --model artifacts/photos --package-source packages/")) { model, name, output, project, source };
        command.Runs(terminal, (parsed, _) =>
        {
            LibraryReference reference = new LibraryChoice(parsed.GetValue(project), parsed.GetValue(source)).Resolve();
            string path = ModelChoice.Find(terminal, parsed.GetValue(model));
            string chosen = ProjectName.From(parsed.GetValue(name) ?? ProjectName.OfModel(path));
            GeneratedProject generated = new ProjectGenerator(reference).Write(path, chosen, parsed.GetValue(output) ?? chosen);
            if (parsed.GetValue(CommonOptions.Json))
                terminal.WriteJson(generated, ConsoleJson.Default.GeneratedProject);
            else
                Show(terminal.Output, generated, reference);
            return ExitCode.Success;
        });
        return command;
    }

    /// <summary>Says in sentences what was written and how to run it.</summary>
    public static void Show(TextWriter output, GeneratedProject generated, LibraryReference reference)
    {
        string folder = Path.GetRelativePath(Directory.GetCurrentDirectory(), generated.Folder);
        output.WriteLine($"Wrote {generated.Name}.Console and {generated.Name}.Web in {folder}.");
        output.WriteLine($"They reference {reference}.");
        if (reference is { Project: null, PackageSource: null })
            output.WriteLine("Where no feed has the package, name a folder that has it: --package-source.");
        if (generated.Kept.Count > 0)
            output.WriteLine($"Kept {string.Join(", ", generated.Kept)}; the model is the new one.");
        output.WriteLine("Run them:");
        output.WriteLine($"  dotnet run --project {Quote(Path.Combine(folder, $"{generated.Name}.Console"))} -- image.png");
        output.WriteLine($"  dotnet run --project {Quote(Path.Combine(folder, $"{generated.Name}.Web"))}");
    }

    private static string Quote(string path) => path.Contains(' ', StringComparison.Ordinal) ? $"\"{path}\"" : path;
}
