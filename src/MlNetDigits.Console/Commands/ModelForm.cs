using MlNetDigits.Console.Hosting;
using MlNetDigits.Datasets;
using MlNetDigits.Pipelines;

namespace MlNetDigits.Console.Commands;

/// <summary>The form that pictures are brought into for a model: as asked, as the model says, else that of digits.</summary>
internal static class ModelForm
{
    /// <summary>Completes a dataset's settings with what the model needs; of MNIST it needs the polarity alone.</summary>
    /// <param name="terminal">Told what is assumed.</param>
    /// <param name="settings">What the command line says.</param>
    /// <param name="path">The model's file.</param>
    public static DatasetSettings For(Terminal terminal, DatasetSettings settings, string path)
    {
        var own = ImageForm.Read(ModelMetadata.Read(path));
        if (settings.IsMnist)
            return settings with { Polarity = own.Polarity };
        ImageForm form = Find(terminal, settings.Normalization, path, own);
        return settings with { Normalization = form.Normalization.ToString(), Polarity = form.Polarity };
    }

    /// <summary>Finds the form, and tells on standard error when it is assumed.</summary>
    /// <param name="terminal">Told what is assumed.</param>
    /// <param name="asked">The normalization that the command line names, or null.</param>
    /// <param name="path">The model's file.</param>
    /// <param name="own">What the model says.</param>
    public static ImageForm Find(Terminal terminal, string? asked, string path, ImageForm own)
    {
        if (asked is not null)
            return own with { Normalization = Enum.Parse<ImageNormalization>(asked, ignoreCase: true), IsAssumed = false };
        if (own.IsAssumed)
            terminal.Error.WriteLine($"model: {path} does not tell how its images were made, so pictures are seen as digits; --normalize says otherwise");
        return own;
    }
}
