using MlNetDigits.Datasets;
using MlNetDigits.Feedback;
using MlNetDigits.Images;
using MlNetDigits.Pipelines;
using MlNetDigits.Recognition;
using MlNetDigits.Web.Contract;
using MlNetDigits.Web.Errors;
using MlNetDigits.Web.Images;
using MlNetDigits.Web.Models;
using MlNetDigits.Web.Settings;

namespace MlNetDigits.Web.Feedback;

/// <summary>Takes corrections, if a file for them is configured.</summary>
internal sealed class FeedbackBox(DigitServiceOptions options, ServedModels models, TimeProvider clock)
{
    private readonly FeedbackStore? _store = options.FeedbackFile is { } path ? FeedbackStore.Open(path) : null;

    /// <summary>Stores a correction with what the model says of the digit.</summary>
    /// <exception cref="RequestException">Feedback is off or full, or the request holds no digit.</exception>
    public FeedbackResponse Add(FeedbackRequest request)
    {
        if (_store is null)
            throw new RequestException(StatusCodes.Status404NotFound, "feedback-off", "This service keeps no feedback: it is turned on by naming a file with Digits:FeedbackFile.");
        Check(request);
        var model = models.Get(request.Model);
        if (model.Describe().Form is not { Normalization: ImageNormalization.Digit, Polarity: not ImagePolarity.DarkInk })
            throw new RequestException(StatusCodes.Status422UnprocessableEntity, "no-digits", $"Feedback keeps digits in MNIST's form, but the model '{model.Name}' has images of another: name a model of digits.");
        if (_store.Count() >= options.MaximumFeedback)
            throw new RequestException(StatusCodes.Status409Conflict, "feedback-full", $"{options.MaximumFeedback} corrections are kept, the limit: raise Digits:MaximumFeedback or begin another file.");
        var pixels = Array.ConvertAll(request.Pixels, pixel => (byte)MathF.Round(pixel));
        var (prediction, answering) = model.Predict(new RequestDigit(DigitImage.FromPixels(pixels)));
        if (ModelClasses.DigitOf(answering.ClassNames[prediction.Digit]) is not { } predicted)
            throw new RequestException(StatusCodes.Status422UnprocessableEntity, "no-digits", $"Feedback keeps digits, but the model '{model.Name}' knows other classes: name a model of digits.");
        var id = _store.Add(new FeedbackEntry
        {
            Created = clock.GetUtcNow(),
            Pixels = pixels,
            Label = request.Label,
            Predicted = predicted,
            Confidence = Math.Clamp(prediction.Confidence, 0, 1),
            Model = model.Name,
            ModelSha256 = answering.Sha256,
        });
        return new FeedbackResponse(id, predicted);
    }

    private static void Check(FeedbackRequest request)
    {
        if (request.Label is < 0 or > 9)
            throw Bad($"label is {request.Label}, which is no digit 0 to 9");
        if (request.Pixels is not { Length: 784 })
            throw Bad($"pixels has {request.Pixels?.Length ?? 0} numbers, not 784");
        if (!Array.TrueForAll(request.Pixels, pixel => pixel is >= 0 and <= 255))
            throw Bad("a pixel is not within 0 (paper) to 255 (ink)");
        if (PixelScale.IsUnit(request.Pixels))
            throw Bad(PixelJson.DescribeUnit(request.Pixels, "pixels"));
    }

    private static RequestException Bad(string reason) => new(StatusCodes.Status400BadRequest, "bad-json", $"The feedback cannot be taken: {reason}.");
}
