using Microsoft.ML;
using MlNetDigits.Datasets;
using MlNetDigits.Evaluation.Calibration;
using MlNetDigits.Mnist;
using MlNetDigits.Pipelines;
using MlNetDigits.Tests.Training;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Evaluation.Calibration;

public sealed class ValidationImagesTests
{
    private static readonly MnistView Digits = Sample.Train(400);
    private static readonly Lazy<(ConvolutionalNetworkTrainer Trainer, Dictionary<string, string> Metadata)> Trained = new(() => Train());

    [Fact]
    public void Rebuild_DigitsOfTheTraining_GivesTheVeryDigitsHeldOut()
    {
        ValidationImages validation = ValidationImages.Rebuild(Trained.Value.Metadata, LabelledImageView.From(Sample.Train(500)));

        int[] expected = [.. Digits.ToImageSet().Split(0.2f, 1).Taken is var taken ? Enumerable.Range(0, taken.Count).Select(i => taken.Label(i)) : []];
        Assert.Equal(Trained.Value.Trainer.ValidationImages, validation.Images!.Count);
        Assert.Equal(expected, validation.Images.Classes.ToArray());
        Assert.Equal($"the {expected.Length} validation images of the training", validation.Description);
    }

    [Fact]
    public void Rebuild_OtherDigits_FindsNone()
    {
        ValidationImages validation = ValidationImages.Rebuild(Trained.Value.Metadata, LabelledImageView.From(Sample.Train(500, start: 1)));

        Assert.Null(validation.Images);
        Assert.Equal("the model was trained on other data than these training images", validation.Description);
    }

    [Fact]
    public void Rebuild_NoMetadata_SaysSo()
    {
        ValidationImages validation = ValidationImages.Rebuild(new Dictionary<string, string>(), LabelledImageView.From(Digits));

        Assert.Null(validation.Images);
        Assert.Equal("the model's metadata do not tell which images it was trained on", validation.Description);
    }

    [Fact]
    public void Rebuild_ValidationSetOfItsOwn_IsTakenIfItIsTheSame()
    {
        var ml = new MLContext(1);
        (_, Dictionary<string, string> metadata) = Train(Sample.Quick with { ValidationSet = Sample.Prepared(ml, Sample.Test(40)) });
        LabelledImageView digits = LabelledImageView.From(Digits), own = LabelledImageView.From(Sample.Test(40)), other = LabelledImageView.From(Sample.Test(41));

        ValidationImages[] found = [ValidationImages.Rebuild(metadata, digits, own), ValidationImages.Rebuild(metadata, digits, other), ValidationImages.Rebuild(metadata, digits)];

        Assert.Same(own, found[0].Images);
        Assert.Equal(["the 40 validation images of the training", "the training had other validation images than these", "the training had validation images of their own, which are not here"], found.Select(each => each.Description));
    }

    private static (ConvolutionalNetworkTrainer, Dictionary<string, string>) Train() => Train(Sample.Quick with { ValidationSetFraction = 0.2f, Seed = 3 });

    private static (ConvolutionalNetworkTrainer, Dictionary<string, string>) Train(ConvolutionalNetworkOptions options)
    {
        var ml = new MLContext(1);
        ConvolutionalNetworkTrainer trainer = ml.MulticlassClassification.Trainers.ConvolutionalNetwork(options);
        DigitPipeline.Create(ml, trainer).Fit(Digits).Dispose();
        return (trainer, new Dictionary<string, string>(ModelMetadata.Describe(trainer)));
    }
}
