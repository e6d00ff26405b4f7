using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms.Onnx;
using MlNetDigits.Mnist;
using MlNetDigits.Pipelines;
using MlNetDigits.Tests.Training;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Pipelines;

public sealed class DigitPipelineTests
{
    private readonly MLContext _ml = new(1);

    [Fact]
    public void Create_DefaultTrainer_EqualsTheChainByHand()
    {
        var trainer = _ml.MulticlassClassification.Trainers;
        var byHand = _ml.Transforms.MapDigitLabel().Append(_ml.Transforms.NormalizePixels()).Append(trainer.ConvolutionalNetwork(Sample.Quick));

        byte[] made = Sample.Bytes(_ml, DigitPipeline.Create(_ml, trainer.ConvolutionalNetwork(Sample.Quick)), Sample.Train(64));

        Assert.Equal(Sample.Bytes(_ml, byHand, Sample.Train(64)), made);
    }

    [Fact]
    public void Create_TrainerWithOtherColumns_MakesThem()
    {
        var options = Sample.Quick with { FeatureColumnName = "Ink", LabelColumnName = "Digit", ScoreColumnName = "Odds", PredictedLabelColumnName = "Guess" };

        TransformerChain<ConvolutionalNetworkTransformer> model = Sample.Fit(_ml, options, Sample.Train(64));

        IDataView scored = model.Transform(Sample.Test(20));
        Assert.Equal(["Pixels", "Label", "Ink", "Odds", "Guess"], scored.Schema.Select(column => column.Name));
        Assert.Equal(20, _ml.MulticlassClassification.Evaluate(scored, "Label", "Odds", "Guess").ConfusionMatrix.Counts.Sum(row => row.Sum()));
    }

    [Fact]
    public void Create_Null_Throws()
    {
        Assert.Throws<ArgumentNullException>(() => DigitPipeline.Create(_ml, null!));
        Assert.Throws<ArgumentNullException>(() => DigitPipeline.Create(null!, _ml.MulticlassClassification.Trainers.ConvolutionalNetwork()));
    }
}
