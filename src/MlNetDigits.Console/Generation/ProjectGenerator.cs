using System.Reflection;
using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetDigits.Artifacts;
using MlNetDigits.Mapping;
using MlNetDigits.Networks.Onnx;
using MlNetDigits.Recognition;
using MlNetDigits.Reports;

namespace MlNetDigits.Console.Generation;

/// <summary>Writes a console app and a web app that consume a model; files that are there are kept, but for the model.</summary>
/// <param name="reference">How the apps reference this library.</param>
internal sealed class ProjectGenerator(LibraryReference reference)
{
    private const string ModelName = "model/digits.zip";

    /// <summary>Templates by the file that each becomes, with NAME for the apps' name.</summary>
    private static readonly (string File, string Template)[] Files =
    [
        ("README.md", "README.md"),
        ("NAME.slnx", "Solution.slnx"),
        ("Directory.Build.props", "Directory.Build.props"),
        ("Directory.Build.targets", "Empty.targets"),
        ("Directory.Packages.props", "Directory.Packages.props"),
        ("NAME.Console/NAME.Console.csproj", "Console.csproj"),
        ("NAME.Console/Program.cs", "Console.cs"),
        ("NAME.Web/NAME.Web.csproj", "Web.csproj"),
        ("NAME.Web/Program.cs", "Web.cs"),
        ("NAME.Web/wwwroot/index.html", "index.html"),
    ];

    /// <summary>Writes the apps with a copy of the model.</summary>
    /// <param name="model">An ONNX model, or a zip that ML.NET saved.</param>
    /// <param name="name">Name of the apps; letters and digits.</param>
    /// <param name="path">Folder to write to.</param>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    public GeneratedProject Write(string model, string name, string path)
    {
        using ArtifactFolder folder = ArtifactFolder.Open(path);
        List<string> written = [], kept = [];
        foreach ((string file, string template) in Files.Select(each => (each.File.Replace("NAME", name, StringComparison.Ordinal), each.Template)))
        {
            string target = Path.Combine(folder.FullPath, file);
            if (File.Exists(target))
            {
                kept.Add(file);
                continue;
            }

            string text = Fill(Read(template), name, Path.GetDirectoryName(target)!);
            folder.Stage(file, temporary => File.WriteAllText(temporary, text));
            written.Add(file);
        }

        folder.Stage(ModelName, temporary => SaveZip(model, temporary));
        folder.Commit();
        written.Add(ModelName);
        return new GeneratedProject(folder.FullPath, name, written, kept);
    }

    private static string Read(string template)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream($"Templates/{template}.txt")!);
        return reader.ReadToEnd();
    }

    private string Fill(string template, string name, string folder) => template
        .Replace("__NAME__", name, StringComparison.Ordinal)
        .Replace("__REFERENCE__", reference.ToItem(folder), StringComparison.Ordinal)
        .Replace("__SOURCE__", reference.ToSourceProperty(), StringComparison.Ordinal)
        .Replace("__LIBRARY__", reference.ToString(), StringComparison.Ordinal);

    /// <summary>Pools read zips, so an ONNX model is put into one.</summary>
    private static void SaveZip(string model, string path)
    {
        if (Path.GetExtension(model).Equals(".zip", StringComparison.OrdinalIgnoreCase))
        {
            File.Copy(model, path);
            return;
        }

        var ml = new MLContext();
        IDataView images = ml.Data.LoadFromEnumerable(Array.Empty<DigitImage>());
        OnnxModel digits = OnnxModel.Load(model).ToDigitModel();
        string[] outputs = [.. new[] { nameof(DigitPrediction.Score), nameof(DigitPrediction.PredictedLabel), nameof(DigitPrediction.DigitScore) }.Where(name => digits.Graph.Outputs.Any(output => output.Name == name))];
        ITransformer transformer = ml.Transforms.ApplyOnnxModel(outputs, [nameof(DigitImage.Pixels)], new MemoryStream(digits.ToBytes())).Fit(images);
        using (transformer as IDisposable)
            ml.Model.Save(transformer, images.Schema, path);
    }
}
