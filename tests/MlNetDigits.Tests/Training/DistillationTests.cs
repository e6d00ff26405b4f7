using Microsoft.ML;
using MlNetDigits.Networks;
using MlNetDigits.Networks.Architectures;
using MlNetDigits.Networks.Training;
using MlNetDigits.Pipelines;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Training;

public sealed class DistillationTests
{
    [Fact]
    public void Fit_TeacherAlone_IsImitated()
    {
        Network teacher = Trainer(Sample.Learning).Network!;
        ConvolutionalNetworkOptions student = Sample.Learning with { Seed = 2, Epoch = 4 };

        Network taught = Trainer(student with { Distillation = new Distillation { Teachers = [teacher], Weight = 1 } }).Network!;

        Assert.InRange(Difference(teacher, taught), 0, 0.9 * Difference(teacher, Trainer(student).Network!));
    }

    [Fact]
    public void Fit_TeacherOfOtherClasses_ThrowsNamingBoth()
    {
        var teacher = Architecture.Create("tiny", new Shape(28, 28, 1), 7);

        var error = Assert.Throws<ArgumentException>(() => Trainer(Sample.Quick with { Distillation = new Distillation { Teachers = [teacher] } }));

        Assert.Contains("knows 7 classes, but the student takes 28×28×1 and knows 10", error.Message);
    }

    [Fact]
    public void Describe_Taught_TellsTheTeachersWeights()
    {
        var distillation = new Distillation { Teachers = [Architecture.Create("tiny", new Shape(28, 28, 1), 10)], Temperature = 1.5f };

        string facts = ModelMetadata.Describe(Trainer(Sample.Quick with { Distillation = distillation }))[ModelMetadata.Teachers];

        Assert.Equal($"1 network, weight 0.9, temperature 1.5, SHA-256 of weights {distillation.TeachersHash}", facts);
    }

    private static ConvolutionalNetworkTrainer Trainer(ConvolutionalNetworkOptions options)
    {
        var ml = new MLContext(1);
        ConvolutionalNetworkTrainer trainer = ml.MulticlassClassification.Trainers.ConvolutionalNetwork(options);
        DigitPipeline.Create(ml, trainer).Fit(Sample.Train(300));
        return trainer;
    }

    /// <summary>Mean difference of two networks' probabilities on digits that neither saw.</summary>
    private static double Difference(Network first, Network second)
    {
        float[] images = [.. Sample.Images(Sample.Test(200)).SelectMany(image => image.Pixels.Select(pixel => pixel / 255))];
        float[] a = new float[2_000], b = new float[2_000];
        using NetworkPredictor one = new(first, 1), other = new(second, 1);
        one.Predict(images, a);
        other.Predict(images, b);
        return a.Zip(b).Average(pair => Math.Abs(pair.First - pair.Second));
    }
}
