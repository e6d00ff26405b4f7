using System.Globalization;
using System.Security.Cryptography;
using MlNetDigits.Networks.Onnx;
using MlNetDigits.Training;

namespace MlNetDigits.Reports;

/// <summary>Describes a network for lines in Markdown.</summary>
internal static class LineCard
{
    public static string Create(string path, OnnxModel model)
    {
        IDictionary<string, string> facts = model.Metadata;
        byte[] bytes = File.ReadAllBytes(path);
        string Fact(string key) => facts.TryGetValue(key, out string? value) ? value : "unknown";
        string Count(string key) => long.TryParse(Fact(key), NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number.ToString("N0", CultureInfo.InvariantCulture) : Fact(key);
        string version = model.ProducerVersion;

        var card = new CardText();
        card.Heading(1, $"Model card: {Path.GetFileName(path)}");
        card.Paragraph("A convolutional network that tells, for each frame of a line of writing, which digit is there, or none. `DigitReader` makes lines straight, moves the network along them, and finds the likeliest digits.");
        card.Table("", "", [
            ("Architecture", $"`{Fact("architecture")}`"),
            ("Parameters", Count("parameters")),
            ("File", string.Create(CultureInfo.InvariantCulture, $"{bytes.Length:N0} bytes of ONNX")),
            ("Input", "`Pixels`: float [N, 1, 28, 160], a piece of a straight line, its digits about 20 rows high and half again as wide as written, from 0 (paper) to 255 (ink)"),
            ("Output", "`Score`: float [N, 40, 11], for each frame the probabilities of the digits 0 to 9 and of none"),
            ("Made by", $"MlNetDigits {version}"),
        ]);
        card.Heading(2, "Data");
        card.Paragraph($"{Count(LineNetworkMetadata.Pictures)} drawn pictures of lines, of strokes and of MNIST's training digits, on all kinds of paper; half of all neighbours touch or overlap, and some lines show no digit.");
        card.List([
            $"{Count(LineNetworkMetadata.Lines)} lines trained the weights. Where the digits are the network found out itself, by connectionist temporal classification.",
            $"Other lines, of other MNIST digits, chose the epoch: {Fact(LineNetworkMetadata.ValidationShare)} of MNIST's training digits were kept for them.",
            "MNIST's test digits trained and chose nothing.",
        ]);
        card.Heading(2, "Training");
        card.Table("", "", [("epochs", Fact(LineNetworkMetadata.Epochs)), ("kept epoch", Fact(LineNetworkMetadata.BestEpoch)), ("seed", Fact(LineNetworkMetadata.Seed))]);
        card.Heading(2, "Figures");
        card.Paragraph($"Of the lines for validation, which are hard ones, {Percent(Fact(LineNetworkMetadata.ValidationAccuracy))} are spelled wholly right by the likeliest class of each frame. How well whole lines are read from pictures, `mlnet-digits evaluate-lines` measures.");
        card.Heading(2, "Limits");
        card.List([
            "It reads what is there as digits: letters and signs it knows from drawings alone, and may take for digits.",
            "Lines are level or climb a little; upright columns are no lines.",
            "Few people's digits are among MNIST's, and drawn ones are nobody's: other hands were not measured here.",
        ]);
        card.Heading(2, "Reproduce");
        card.Paragraph($"With MlNetDigits {version}, this command writes the same file, bit for bit, whatever the number of threads:");
        card.Code("", Fact(LineNetworkMetadata.Command));
        card.Paragraph($"SHA-256 of the file: `{Convert.ToHexStringLower(SHA256.HashData(bytes))}`.");
        return card.ToString();
    }

    private static string Percent(string share) => double.TryParse(share, CultureInfo.InvariantCulture, out double value) ? (100 * value).ToString("F2", CultureInfo.InvariantCulture) + " %" : share;
}
