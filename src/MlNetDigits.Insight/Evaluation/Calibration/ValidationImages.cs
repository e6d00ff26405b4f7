using System.Globalization;
using System.Text.Json;
using MlNetDigits.Datasets;
using MlNetDigits.Networks.Training;
using MlNetDigits.Pipelines;
using MlNetDigits.Training;

namespace MlNetDigits.Evaluation.Calibration;

/// <summary>The images that a training held out, found again from the model's metadata.</summary>
/// <param name="Images">The validation images; null when they cannot be found.</param>
/// <param name="Description">What they are, or why they are missing, as the end of a sentence.</param>
public sealed record ValidationImages(LabelledImageView? Images, string Description)
{
    private const string SplitSeed = "validationSetSeed";

    /// <summary>Draws the validation images of a training again.</summary>
    /// <param name="metadata">The model's metadata: recipe, number and hash of training rows.</param>
    /// <param name="training">The training images, of which the training used all or the first.</param>
    /// <param name="validation">Validation images that are no share of the training's; default none.</param>
    /// <returns>The images only if the hash shows that the data are the same.</returns>
    public static ValidationImages Rebuild(IReadOnlyDictionary<string, string> metadata, LabelledImageView training, LabelledImageView? validation = null)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        ArgumentNullException.ThrowIfNull(training);
        if (metadata.TryGetValue(ModelMetadata.Rejection, out string? rejection))
        {
            // The training had them so.
            training = training.ClassNames.Contains(rejection) ? training.WithLastClass(rejection) : training;
            validation = validation?.ClassNames.Contains(rejection) == true ? validation.WithLastClass(rejection) : validation;
        }

        if (metadata.TryGetValue(ModelMetadata.ValidationDataHash, out string? own))
            return Recognize(own, validation);
        if (!metadata.TryGetValue(ModelMetadata.Recipe, out string? recipe) || !metadata.TryGetValue(ModelMetadata.TrainingDataHash, out string? hash)
            || !TryCount(metadata, "trainImages", out int trained) || !TryCount(metadata, "validationImages", out int held))
            return Missing("the model's metadata do not tell which images it was trained on");
        if (held == 0) return Missing("the training held out no validation images");
        if (ReadSplit(recipe) is not var (fraction, seed)) return Missing("the training's recipe does not tell how validation images were drawn");
        if (trained + held > training.Count) return Missing($"the model was trained on {trained + held} images, but there are {training.Count}");

        ImageSet rows = training.Take(trained + held).ToImageSet();
        if (ImageSetHash.Compute(rows) != hash) return Missing("the model was trained on other data than these training images");
        ImageSet taken = rows.Split(fraction, seed).Taken;
        return taken.Count == held
            ? Found(ToView(taken, training.ClassNames))
            : Missing($"the recipe leads to {taken.Count} validation images, but the training had {held}");
    }

    /// <summary>Takes validation images of the dataset's own, if they are those of the training.</summary>
    private static ValidationImages Recognize(string hash, LabelledImageView? validation) =>
        validation is null ? Missing("the training had validation images of their own, which are not here")
        : ImageSetHash.Compute(validation.ToImageSet()) == hash ? Found(validation)
        : Missing("the training had other validation images than these");

    private static ValidationImages Found(LabelledImageView images) => new(images, string.Create(CultureInfo.InvariantCulture, $"the {images.Count:N0} validation images of the training"));

    private static ValidationImages Missing(string reason) => new(null, reason);

    private static bool TryCount(IReadOnlyDictionary<string, string> metadata, string key, out int count)
    {
        count = 0;
        return metadata.TryGetValue(key, out string? text) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out count);
    }

    /// <summary>Recipes that do not name the split's seed drew it with the training's.</summary>
    private static (float Fraction, int Seed)? ReadSplit(string recipe)
    {
        try
        {
            ConvolutionalNetworkOptions options = TrainingRecipe.Parse(recipe);
            using JsonDocument json = JsonDocument.Parse(recipe);
            int seed = json.RootElement.TryGetProperty(SplitSeed, out _) ? options.ValidationSetSeed : options.Seed;
            return options.ValidationSetFraction is { } fraction ? (fraction, seed) : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static LabelledImageView ToView(ImageSet images, IReadOnlyList<string> classNames)
    {
        var pixels = new byte[images.Count * images.Shape.Size];
        var classes = new int[images.Count];
        var values = new float[images.Shape.Size];
        for (int i = 0; i < images.Count; i++)
        {
            images.CopyTo(i, values);
            for (int pixel = 0; pixel < values.Length; pixel++) pixels[(i * values.Length) + pixel] = (byte)MathF.Round(values[pixel] * 255);
            classes[i] = images.Label(i);
        }

        return new LabelledImageView(pixels, classes, classNames);
    }
}
