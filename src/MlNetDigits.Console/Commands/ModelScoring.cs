using Microsoft.ML;
using MlNetDigits.Datasets;
using MlNetDigits.Evaluation;
using MlNetDigits.Evaluation.Calibration;
using MlNetDigits.Mapping;
using MlNetDigits.Networks.Onnx;
using MlNetDigits.Pipelines;
using MlNetDigits.Reports;

namespace MlNetDigits.Console.Commands;

/// <summary>Scores images by a model's file, for the commands that evaluate.</summary>
internal static class ModelScoring
{
    /// <summary>Gives what a model says about labelled images.</summary>
    public static ScoredImages Score(string path, IDataView images)
    {
        ITransformer model = EvaluationModel.Load(new MLContext(), path, images);
        using (model as IDisposable)
            return ScoredImages.Score(model, images, OptionsFor(path));
    }

    /// <summary>Gives the options that count images apart which the model was trained to refuse.</summary>
    public static ScoringOptions OptionsFor(string path) => new() { RejectionClass = ModelMetadata.Read(path).GetValueOrDefault(ModelMetadata.Rejection) };

    /// <summary>Evaluates a model, with a temperature fitted on its validation images where they can be found again.</summary>
    public static EvaluationReport Evaluate(string path, IDataView images, ImageDataset? dataset, ModelMapping? mapping = null)
    {
        ITransformer model = EvaluationModel.Load(new MLContext(), path, images, mapping: mapping);
        using (model as IDisposable)
            return ModelEvaluation.Evaluate(ScoredImages.Score(model, images, OptionsFor(path)), calibration: FindCalibration(path, model, dataset));
    }

    /// <summary>Finds the validation images that a training held out, and scores them.</summary>
    public static CalibrationSource FindCalibration(string path, ITransformer model, ImageDataset? dataset)
    {
        if (dataset is null)
            return new CalibrationSource(null, "the test images came without those of the training");
        if (Path.GetExtension(path).Equals(".zip", StringComparison.OrdinalIgnoreCase))
            return new CalibrationSource(null, "a zip does not tell which images it was trained on, as the ONNX file does");
        ValidationImages validation = ValidationImages.Rebuild(new Dictionary<string, string>(OnnxModel.Load(path).Metadata), dataset.Train, dataset.Validation);
        return new CalibrationSource(validation.Images is { } held ? ScoredImages.Score(model, held, OptionsFor(path)) : null, validation.Description);
    }
}
