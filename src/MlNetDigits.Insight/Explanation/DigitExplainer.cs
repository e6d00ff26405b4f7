using System.Globalization;
using Microsoft.ML.OnnxRuntime;
using MlNetDigits.Datasets;
using MlNetDigits.Mapping;
using MlNetDigits.Networks.Onnx;
using MlNetDigits.Networks.Onnx.Gradients;
using MlNetDigits.Recognition;

namespace MlNetDigits.Explanation;

/// <summary>Shows what an ONNX model sees in an image and why it answers as it does, by ONNX Runtime.</summary>
/// <remarks>
/// Every layer's activation is an output of the session that it runs. Keep one explainer for a model: it is safe to call from many
/// threads at once, and a call takes milliseconds. Dispose it when no call is under way.
/// </remarks>
public sealed class DigitExplainer : IDisposable
{
    private readonly string _score;
    private readonly string? _digitScore;
    private readonly ExplainedMember[] _members;
    private readonly ObservedSession _scoring;
    private readonly ObservedSession _observing;

    private DigitExplainer(OnnxModel model)
    {
        ModelAnatomy anatomy = ModelAnatomy.Of(model);
        _score = anatomy.Score;
        _digitScore = anatomy.DigitScore;
        _members = [.. anatomy.Members.Select(member => new ExplainedMember(model.Graph, member))];

        // Scoring many covered images is faster without the outputs that observing one needs.
        _scoring = new ObservedSession(model, anatomy.Input, threads: 0);
        try
        {
            OnnxModel observed = OnnxModel.Parse(model.ToBytes());
            string[] values = [.. _members.SelectMany(member => member.ObservedValues).Append(_score).Distinct()];
            foreach (string value in values.Except(observed.Graph.Outputs.Select(output => output.Name))) observed.Graph.AddInferredOutput(value);
            _observing = new ObservedSession(observed, anatomy.Input, threads: 1);
            Dictionary<string, OnnxActivation> run = _observing.Run(new DigitImage().Pixels, 1, values);
            foreach (ExplainedMember member in _members) member.Measure(run);
            Classes = ClassNames(anatomy, run[_score].Values.Length);
            Form = ImageForm.Read(new Dictionary<string, string>(model.Metadata));
        }
        catch
        {
            _observing?.Dispose();
            _scoring.Dispose();
            throw;
        }
    }

    /// <summary>Names of the classes, in the order of probabilities.</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <summary>Form of the model's images, which pictures are brought into.</summary>
    public ImageForm Form { get; }

    /// <summary>Networks in the model; 1 unless it is an ensemble, whose probabilities are their mean.</summary>
    public int Members => _members.Length;

    /// <summary>Loads a model that is to be explained.</summary>
    /// <param name="path">A digit model: ONNX, or a zip that ML.NET saved.</param>
    /// <param name="mapping">How an ONNX model of another program takes pixels and answers; default null: as it says itself.</param>
    /// <returns>The explainer.</returns>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is damaged, has no convolutions, or takes or gives something else than a digit model.</exception>
    public static DigitExplainer Load(string path, ModelMapping? mapping = null)
    {
        OnnxModel model = ExplainedModelFile.Load(path, mapping);
        try
        {
            return FromOnnx(model);
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidDataException($"'{path}': {exception.Message}", exception);
        }
    }

    /// <summary>Takes a model that is to be explained.</summary>
    /// <param name="model">A model of <c>Pixels</c> [N, 1, 28, 28] of 0-255 that gives <c>Score</c> by softmax.</param>
    /// <returns>The explainer; the model itself is not changed.</returns>
    /// <exception cref="InvalidDataException">The model has no convolutions, or takes or gives something else than a digit model.</exception>
    public static DigitExplainer FromOnnx(OnnxModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        try
        {
            return new DigitExplainer(model);
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidDataException($"The model cannot be explained: {exception.Message}", exception);
        }
        catch (OnnxRuntimeException exception)
        {
            throw new InvalidDataException($"The model cannot be explained: ONNX Runtime refuses it: {exception.Message.ReplaceLineEndings(" ")}", exception);
        }
    }

    /// <summary>Gives a network's convolutions and residual sums, the first first.</summary>
    /// <param name="member">Member of an ensemble, from 1; default 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such member.</exception>
    public IReadOnlyList<ExplainedLayer> GetLayers(int member = 1) => MemberOf(member).Layers;

    /// <summary>Gives the kernels of a network's first convolution.</summary>
    /// <param name="member">Member of an ensemble, from 1; default 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such member.</exception>
    public ConvolutionKernels GetKernels(int member = 1) => MemberOf(member).Kernels;

    /// <summary>Computes the feature maps of every layer, and nothing else: fast enough for every stroke of a drawing.</summary>
    /// <param name="image">The image.</param>
    /// <param name="member">Member of an ensemble, from 1; default 1.</param>
    /// <returns>The maps of each of <see cref="GetLayers"/>.</returns>
    /// <exception cref="ArgumentException">Pixels are missing or out of range, or there is no such member.</exception>
    public IReadOnlyList<FeatureMaps> GetFeatureMaps(DigitImage image, int member = 1)
    {
        ExplainedMember network = MemberOf(member);
        DigitImage.ValidateRange(image);
        return network.Maps(_observing.Run(image.Pixels, 1, network.LayerValues));
    }

    /// <summary>Computes all that explains an answer.</summary>
    /// <param name="image">The image.</param>
    /// <param name="options">What to find out; default <see cref="ExplanationOptions"/>.</param>
    /// <returns>The explanation.</returns>
    /// <exception cref="ArgumentException">Pixels are missing or out of range, or an option does not fit the model.</exception>
    public DigitExplanation Explain(DigitImage image, ExplanationOptions? options = null)
    {
        options ??= new ExplanationOptions();
        options.Validate();
        ExplainedMember network = MemberOf(options.Member);
        string? layer = network.ChooseLayer(options.ActivationLayer);
        DigitImage.ValidateRange(image);
        if (_digitScore is not null)
            image = ReadingChoice.Predict(image, Predict).Reading ?? image;
        Dictionary<string, OnnxActivation> run = _observing.Run(image.Pixels, 1, [.. network.LayerValues.Concat(layer is null ? [] : network.ValuesFor(layer)).Append(_score).Concat(_digitScore is null ? [] : [_digitScore]).Distinct()]);
        float[] scores = run[_score].Values;
        ClassScore[] top = [.. scores.Select((score, i) => new ClassScore(i, Classes[i], score)).OrderByDescending(score => score.Probability).Take(options.Top)];
        Occlusion? occlusion = options.Occlusion is { } patch ? new Occlusion(_scoring, _score, image.Pixels, scores, patch, Form.Paper) : null;
        return new DigitExplanation
        {
            Image = image,
            Scores = scores,
            DigitProbability = _digitScore is null ? null : run[_digitScore].Values[0],
            Top = top,
            Member = options.Member,
            Members = Members,
            FeatureMaps = network.Maps(run),
            Kernels = network.Kernels,
            Occlusions = occlusion is null ? [] : [.. top.Select(occlusion.MapOf)],
            ClassActivations = layer is null ? [] : [.. top.Select(score => network.Activate(run, layer, score))],
            ClassActivationObstacle = layer is null ? network.Obstacle ?? "No layer lies before the logits." : null,
        };
    }

    /// <summary>Frees the model; calls from then on fail.</summary>
    public void Dispose()
    {
        _observing.Dispose();
        _scoring.Dispose();
    }

    private DigitPrediction Predict(DigitImage image)
    {
        Dictionary<string, OnnxActivation> run = _scoring.Run(image.Pixels, 1, [_score, _digitScore!]);
        return new DigitPrediction { Score = run[_score].Values, DigitScore = run[_digitScore!].Values };
    }

    private ExplainedMember MemberOf(int member) => member >= 1 && member <= _members.Length
        ? _members[member - 1]
        : throw new ArgumentOutOfRangeException(nameof(member), $"The model has no member {member}: give {(_members.Length == 1 ? "1, as it is no ensemble" : $"1 to {_members.Length}")}.");

    private static IReadOnlyList<string> ClassNames(ModelAnatomy anatomy, int count) => anatomy.ClassNames is { } names && names.Count == count
        ? names
        : [.. Enumerable.Range(0, count).Select(index => index.ToString(CultureInfo.InvariantCulture))];
}
