using System.CommandLine;
using MlNetDigits.Console.Hosting;
using MlNetDigits.Console.Hosting.Help;
using MlNetDigits.Mapping;

namespace MlNetDigits.Console.Commands;

/// <summary>The options that say how an ONNX model of another program takes pixels and answers.</summary>
internal sealed class MappingOptions
{
    private readonly Option<string?> _input = new("--input") { Description = "The input that takes images: [N, 1, 28, 28], [N, 28, 28, 1], [N, 28, 28] or [N, 784]. Default: the only one.", HelpName = "name" };
    private readonly Option<string?> _output = new("--output") { Description = "The output with a score for each class: [N, classes]. Default: the only one.", HelpName = "name" };
    private readonly Option<float?> _scale = CommonOptions.Number("--scale", 1e-6f, 1e6f, "What the model takes for full ink: 1 for pixels of 0-1, 255 for pixels of 0-255. Default: 255 where the model itself divides them.");
    private readonly Option<float?> _mean = CommonOptions.Number("--mean", -1e6f, 1e6f, "What is subtracted from the scaled pixels. Default: 0.");
    private readonly Option<float?> _deviation = CommonOptions.Number("--std", 1e-6f, 1e6f, "What they are divided by after that. Default: 1.");
    private readonly Option<bool> _isInverted = new("--inverted") { Description = "The model learned dark ink: paper has the greatest value." };
    private readonly Option<bool> _hasLogits = new("--logits") { Description = "The scores are logits, of which softmax makes probabilities." };

    private Option[] All => [_input, _output, _scale, _mean, _deviation, _isInverted, _hasLogits];

    /// <summary>Adds all options to a command.</summary>
    public void AddTo(DigitCommand command) => command.AddGroup("ONNX models of other programs", All);

    /// <summary>Reads what one command line says; null where it says nothing.</summary>
    public ModelMapping? Read(ParseResult parsed)
    {
        if (Array.TrueForAll(All, option => parsed.GetResult(option) is not { Implicit: false }))
            return null;
        var none = new ModelMapping();
        return new ModelMapping
        {
            Input = parsed.GetValue(_input),
            Output = parsed.GetValue(_output),
            Scale = parsed.GetValue(_scale),
            Mean = parsed.GetValue(_mean) ?? none.Mean,
            StandardDeviation = parsed.GetValue(_deviation) ?? none.StandardDeviation,
            IsInverted = parsed.GetValue(_isInverted),
            HasLogits = parsed.GetValue(_hasLogits),
        };
    }
}
