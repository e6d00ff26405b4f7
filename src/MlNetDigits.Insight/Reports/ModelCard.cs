using System.Globalization;
using MlNetDigits.Evaluation;
using MlNetDigits.Networks.Onnx;
using MlNetDigits.Pipelines;
using MlNetDigits.Training;

namespace MlNetDigits.Reports;

/// <summary>Describes a trained model in Markdown: data, recipe, seeds, figures, limits and how to make it anew.</summary>
public static class ModelCard
{
    /// <summary>Gets the file's usual name.</summary>
    public const string Name = "model-card.md";

    /// <summary>Writes the card of an ONNX model that this library trained.</summary>
    /// <param name="path">The ONNX file.</param>
    /// <param name="report">The training's report; default the <c>metrics.json</c> beside the file, if it is of the same model.</param>
    /// <returns>The card in Markdown, the same in every culture.</returns>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is no ONNX model, or its metadata tell no training.</exception>
    public static string Create(string path, TrainingReport? report = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        OnnxModel model = OnnxModel.Load(path);
        if (model.Metadata.ContainsKey(LineNetworkMetadata.Lines))
            return LineCard.Create(path, model);
        if (!model.Metadata.ContainsKey(ModelMetadata.Recipe) || !model.Metadata.ContainsKey("architecture"))
            throw new InvalidDataException($"'{path}' tells nothing of its training: give a model that this library trained and exported with metadata.");
        var facts = new ModelFacts(model, report ?? Beside(path, model));
        byte[] bytes = File.ReadAllBytes(path);

        var card = new CardText();
        Introduce(card, facts, path, bytes);
        Data(card, facts);
        Recipe(card, facts);
        Figures(card, facts);
        Limits(card, facts);
        Reproduce(card, facts, bytes);
        return card.ToString();
    }

    /// <summary>The report beside a model's file, if it is of the same model.</summary>
    internal static TrainingReport? Beside(string path, OnnxModel model)
    {
        string metrics = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, MetricsFile.Name);
        if (!File.Exists(metrics)) return null;
        TrainingReport report = MetricsFile.Read(metrics);
        bool isOfTheModel = model.Metadata.TryGetValue("test.microAccuracy", out string? accuracy) && accuracy == Text(report.Test.MicroAccuracy)
            && model.Metadata.TryGetValue("seed", out string? seed) && seed == Text(report.Seed)
            && model.Metadata.TryGetValue("architecture", out string? architecture) && architecture == report.Architecture;
        return isOfTheModel ? report : null;
    }

    private static void Introduce(CardText card, ModelFacts facts, string path, byte[] bytes)
    {
        int members = facts.Members;
        card.Heading(1, $"Model card: {Path.GetFileName(path)}");
        card.Paragraph($"A convolutional network that {(facts.IsOfMnist ? "recognizes one handwritten digit, 0 to 9, in" : $"tells {facts[ModelMetadata.Classes]} classes apart by")} an image of 28 × 28 gray values. {(members > 1 ? $"It averages the probabilities of {members} networks that were trained alike, each with a seed of its own." : "It is one network and scores an image in one forward pass.")}");
        card.Table("", "", [
            ("Architecture", members > 1 ? $"{members} times `{facts["architecture"]}`" : $"`{facts["architecture"]}`"),
            ("Parameters", facts.Count("parameters")),
            CardText.FileRow(bytes),
            ("Input", "`Pixels`: float [N, 1, 28, 28], raw values from 0 (background) to 255 (ink)"),
            ("Output", facts.IsOfMnist ? "`Score`: float [N, 10], probabilities; `PredictedLabel`: int64 [N], the digit" : $"`Score`: float [N, {facts[ModelMetadata.Classes]}], probabilities; `PredictedLabel`: int64 [N], the class from 0"),
            .. facts.Rejection is null ? Array.Empty<(string, string)>() : [("", "`DigitScore`: float [N, 1], the probability that the image is of any of these classes; below 0.5 it is refused")],
            ("Made by", $"MlNetDigits {facts["libraryVersion"]}"),
        ]);
    }

    private static void Data(CardText card, ModelFacts facts)
    {
        card.Heading(2, "Data");
        card.Paragraph(facts.IsOfMnist ? "MNIST: 60,000 images to train with and 10,000 to test, written by employees of the US Census Bureau and by high-school students."
            : $"{facts[ModelMetadata.Dataset]}, {facts[ModelMetadata.Classes]} classes; test images: {facts[ModelMetadata.TestOrigin]}. Pictures of other sizes are normalized by `{facts[ModelMetadata.Normalization]}`.");
        card.List([
            $"{facts.Count("trainImages")} images trained the weights{(facts.IsOfMnist && facts.Rejection is { } drawn ? $": MNIST's, and readings of drawn pictures, of digits on all kinds of paper and of `{drawn}`" : string.Empty)}.",
            facts["validationImages"] == "0" ? "No image was held out, so the last epoch's weights were kept."
                : facts.Has(ModelMetadata.ValidationDataHash) ? $"{facts.Count("validationImages")} validation images of the dataset's own chose the epoch{(facts.RunSeeds.Count > 1 ? " and the run" : "")}; SHA-256 of them: `{facts[ModelMetadata.ValidationDataHash]}`."
                : $"{facts.Count("validationImages")} other training images, a share of each {(facts.IsOfMnist ? "digit" : "class")}, chose the epoch{(facts.RunSeeds.Count > 1 ? " and the run" : "")}.",
            "The test images trained and chose nothing: every run looked at them once, for the figures below.",
            $"SHA-256 of all training rows, labels and pixels: `{facts["trainSha256"]}`.",
        ]);
    }

    private static void Recipe(CardText card, ModelFacts facts)
    {
        card.Heading(2, "Recipe");
        card.Table("option", "value", [.. facts.RecipeOptions()]);
        if (facts.Has(ModelMetadata.Teachers))
            card.Paragraph($"Knowledge was distilled from trained networks: {facts[ModelMetadata.Teachers]}.");
        string seconds = facts.Report is { } report ? string.Create(CultureInfo.InvariantCulture, $" Training took {report.TrainSeconds:F0} s, at {report.ImagesPerSecond:N0} images a second.") : "";
        card.Paragraph($"{facts["epochs"]} epochs were run{(facts.Members > 1 ? " by all members together" : "")}; kept: epoch{(facts.Members > 1 ? "s" : "")} {facts["bestEpoch"].Replace(",", ", ", StringComparison.Ordinal)}.{seconds}");
    }

    private static void Figures(CardText card, ModelFacts facts)
    {
        card.Heading(2, "Figures");
        card.Table("", "validation", "test", [
            ("accuracy", facts.Percent("validation.microAccuracy"), facts.Percent("test.microAccuracy")),
            (facts.IsOfMnist ? "mean over the digits" : "mean over the classes", "", facts.Percent("test.macroAccuracy")),
            ("log-loss in nats", facts.Number("validation.logLoss"), facts.Number("test.logLoss")),
            .. facts.Rejection is null ? Array.Empty<(string, string, string)>() :
            [
                ("refused of digits, wrongly", facts.Percent(ModelMetadata.RefusedDigits), facts.Percent(ModelMetadata.TestRefusedDigits)),
                ($"refused of `{facts.Rejection}`, rightly", facts.Percent(ModelMetadata.RefusedOthers), facts.Percent(ModelMetadata.TestRefusedOthers)),
            ],
        ]);
        if (facts.Rejection is { } rejection)
            card.Paragraph($"Validation figures count `{rejection}` as a class; the test's accuracies and log-loss are those of the other classes, refused or not.");
        if (facts.RunSeeds.Count > 1 && facts.RunSeeds.Count == facts.RunAccuracies.Count)
        {
            SpreadReport spread = SpreadReport.Of(facts.RunAccuracies);
            card.Paragraph($"{facts.RunSeeds.Count} runs differ in their seed alone: test accuracy {Share(spread.Mean)} ± {Share(spread.StandardDeviation)} (mean ± standard deviation), from {Share(spread.Minimum)} to {Share(spread.Maximum)}. This file is the run of seed {facts["seed"]}, chosen by validation.");
            card.Table("seed", "test accuracy", [.. facts.RunSeeds.Zip(facts.RunAccuracies, (seed, accuracy) => (seed, Share(accuracy)))]);
        }
        else
        {
            card.Paragraph($"One run, with seed {facts["seed"]}. Other seeds differ; `train --seeds 3` measures by how much.");
        }

        if (facts.Report?.Test is not { } test) return;
        card.Table(facts.IsOfMnist ? "digit" : "class", "recall", "precision", [.. test.Classes.Where(digit => digit.Images > 0).Select(digit => (digit.Name, Share(digit.Recall), Share(digit.Precision)))]);
        foreach (string note in test.Notes ?? [])
            card.Paragraph(note);
    }

    private static void Limits(CardText card, ModelFacts facts)
    {
        card.Heading(2, "Limits");
        if (!facts.IsOfMnist)
        {
            card.List([
                facts.Rejection is { } others ? Refuses(others) : "It knows its own classes alone and gives one of them for anything.",
                "The figures hold for images like the test images; others were not measured.",
                Trust(facts),
            ]);
            return;
        }

        card.List([
            facts.Rejection is { } none ? Refuses(none) : "It knows the digits 0 to 9 alone and gives one of them for anything, also for letters, several digits or an empty image.",
            "It expects one digit as in MNIST: bright on dark, about 20 pixels high, its center of mass in the middle. `predict` and `DigitImage.Load` bring other images into that form.",
            "The figures hold for MNIST's test images. Other pens, scanners, countries' ways of writing 1, 4, 7 and 9, and other people were not measured.",
            Trust(facts),
        ]);
    }

    private static string Refuses(string rejection) => $"It refuses images that are like those of `{rejection}`, which it learned as no digits; for anything unlike them it may give a class all the same.";

    private static string Trust(ModelFacts facts) => facts.Has("calibration.temperature")
        ? "Its probabilities were calibrated on validation images: they hold for images like those."
        : "Its probabilities were not calibrated: a high one is no promise.";

    private static void Reproduce(CardText card, ModelFacts facts, byte[] bytes)
    {
        card.Heading(2, "Reproduce");
        if (facts.Has(ModelMetadata.Command))
        {
            card.Command(facts["libraryVersion"], facts[ModelMetadata.Command]);
        }
        else
        {
            card.Paragraph($"With MlNetDigits {facts["libraryVersion"]} and the same rows, these options train the same weights, bit for bit, whatever the number of threads:");
            card.Code("csharp", $"ConvolutionalNetworkOptions options = TrainingRecipe.Parse(\"\"\"{facts[ModelMetadata.Recipe]}\"\"\");");
        }

        card.Hash(bytes);
    }

    private static string Share(double value) => double.IsNaN(value) ? "-" : (value * 100).ToString("F2", CultureInfo.InvariantCulture) + " %";

    private static string Text(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);
}
