using MlNetDigits.Networks;
using MlNetDigits.Networks.Onnx;
using MlNetDigits.Training;

namespace MlNetDigits.Reports;

/// <summary>Describes a network for lines in Markdown.</summary>
internal static class LineCard
{
    public static string Create(string path, OnnxModel model)
    {
        byte[] bytes = File.ReadAllBytes(path);
        var facts = new ModelFacts(model, report: null);
        Network network = model.ToSequenceNetwork();
        (Shape input, Shape output) = (network.InputShape, network.OutputShape);

        var card = new CardText();
        card.Heading(1, $"Model card: {Path.GetFileName(path)}");
        card.Paragraph("A convolutional network that tells, for each frame of a line of writing, which digit is there, or none. `DigitReader` makes lines straight, moves the network along them, and finds the likeliest digits.");
        card.Table("", "", [
            ("Architecture", $"`{facts["architecture"]}`"),
            ("Parameters", facts.Count("parameters")),
            CardText.FileRow(bytes),
            ("Input", $"`Pixels`: float [N, {input.Channels}, {input.Height}, {input.Width}], a piece of a straight line, its digits about 20 rows high and half again as wide as written, from 0 (paper) to 255 (ink)"),
            ("Output", $"`Score`: float [N, {output.Width}, {output.Channels}], for each frame the probabilities of the digits 0 to 9 and of none"),
            ("Made by", $"MlNetDigits {model.ProducerVersion}"),
        ]);
        card.Heading(2, "Data");
        card.Paragraph($"{facts.Count(LineNetworkMetadata.Pictures)} drawn pictures of lines, of strokes and of MNIST's training digits, on all kinds of paper; half of all neighbours touch or overlap, and some lines show no digit.");
        card.List([
            $"{facts.Count(LineNetworkMetadata.Lines)} lines trained the weights. Where the digits are the network found out itself, by connectionist temporal classification.",
            $"Other lines, of other MNIST digits, chose the epoch: {facts.Percent(LineNetworkMetadata.ValidationShare)} of MNIST's training digits were kept for them.",
            "MNIST's test digits trained and chose nothing.",
        ]);
        card.Heading(2, "Training");
        card.Table("", "", [("epochs", facts[LineNetworkMetadata.Epochs]), ("kept epoch", facts[LineNetworkMetadata.BestEpoch]), ("seed", facts[LineNetworkMetadata.Seed])]);
        card.Heading(2, "Figures");
        card.Paragraph($"Of the lines for validation, which are hard ones, {facts.Percent(LineNetworkMetadata.ValidationAccuracy)} are spelled wholly right by the likeliest class of each frame. How well whole lines are read from pictures, `mlnet-digits evaluate-lines` measures.");
        card.Heading(2, "Limits");
        card.List([
            "It reads what is there as digits: letters and signs it knows from drawings alone, and may take for digits.",
            "Lines are level or climb a little; upright columns are no lines.",
            "Few people's digits are among MNIST's, and drawn ones are nobody's: other hands were not measured here.",
        ]);
        card.Heading(2, "Reproduce");
        card.Command(model.ProducerVersion, facts[LineNetworkMetadata.Command]);
        card.Hash(bytes);
        return card.ToString();
    }
}
