using MlNetDigits.Images.Normalization;
using MlNetDigits.Images.Segmentation;
using MlNetDigits.Reading.Constraints;
using MlNetDigits.Recognition;

namespace MlNetDigits.Reading.Lines;

/// <summary>Reads lines by a network that sees them whole; a recognizer of single digits is the second witness, where ink stands alone.</summary>
/// <param name="network">The network.</param>
/// <param name="recognizer">The recognizer.</param>
/// <param name="constraint">What is known of a line.</param>
internal sealed class LineReader(LineRecognizer network, IDigitRecognizer recognizer, LineConstraint constraint)
{
    // Windows of a page: what takes more is noise, not writing.
    private const int MostWindows = 1500;

    // Lower digits are not told apart.
    private const int LeastHeight = 9;

    // Weight of what the recognizer says of ink, the least probability that it is believed to mean, and the least height of ink that it is asked of, as a share of the line's.
    private const double Weight = 0.5;
    private const double LeastProbability = 0.02;
    private const double LeastBody = 0.45;

    /// <summary>Reads the lines of a page.</summary>
    public IEnumerable<ReadRow> Read(PageInk page, List<InkRow> rows, CancellationToken cancellation)
    {
        InkRow[] readable = [.. rows.Where(row => row.Height >= LeastHeight)];
        if (readable.Sum(row => LineRecognizer.Windows(row)) > MostWindows)
            yield break;
        foreach (InkRow row in readable)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return Read(page, row, network.Score(LineStrip.Draw(page, row)));
        }
    }

    private ReadRow Read(PageInk page, InkRow row, FrameScores frames)
    {
        List<(string Text, double Log)> texts = PrefixBeam.Find(frames, constraint);
        bool isValid = texts.Count > 0;
        if (!isValid)
            texts = PrefixBeam.Find(frames, LineConstraint.None);
        InkPart[] pieces = [.. row.Labels.Select(label => page.Parts[label - 1])];
        DigitPrediction?[] witnesses = texts.Exists(text => text.Text.Length > 0) ? Ask(page, row, pieces) : new DigitPrediction?[pieces.Length];
        LineHypothesis[] found = [.. texts.Select(text => Judge(text, frames, pieces, witnesses, row.Height)).OrderByDescending(one => one.Log)];
        LineHypothesis best = found[0];
        InkShares shares = InkShares.Of(pieces, best.Places, row.Height);
        InkPart[] bounds = shares.Bounds(page, row, pieces, best.Places);
        return new ReadRow(
            best.Text,
            isValid,
            [.. bounds.Select((box, digit) => ToDigit(best, digit, box, frames, shares, witnesses))],
            [.. found.Select(one => (one.Text, Math.Exp(one.Log - best.Log)))],
            [.. shares.Left.Where(i => pieces[i].Height >= 0.5 * row.Height).Select(i => pieces[i])]);
    }

    private DigitPrediction?[] Ask(PageInk page, InkRow row, InkPart[] pieces)
    {
        var answers = new DigitPrediction?[pieces.Length];
        CutPiece[] asked = [.. CutRow.Whole(page, row).Where(piece => pieces[piece.First].Height >= LeastBody * row.Height)];
        foreach ((CutPiece piece, DigitPrediction answer) in asked.Zip(recognizer.PredictBatch([.. asked.Select(piece => DigitImage.FromPixels(piece.Pixels))])))
            answers[piece.First] = answer;
        return answers;
    }

    private static LineHypothesis Judge((string Text, double Log) text, FrameScores frames, InkPart[] pieces, DigitPrediction?[] witnesses, int height)
    {
        int[] clearest = FrameAlignment.Find(frames, text.Text);
        double[] places = [.. clearest.Select(frames.Place)];
        InkShares shares = InkShares.Of(pieces, places, height);
        double log = text.Log;
        for (int i = 0; i < pieces.Length; i++)
        {
            if (witnesses[i] is not { } witness)
                continue;
            double digit = witness.DigitProbability ?? 1, says = shares.Counts[i] == 1 ? witness.EvidenceOf(text.Text[shares.Digits[i]] - '0') : 1 - digit;
            log += Weight * Math.Log(Math.Max(LeastProbability, says));
        }

        return new LineHypothesis(text.Text, log, clearest, places);
    }

    /// <summary>A digit whose scores are the mean of both witnesses' where its ink stands alone, else the network's.</summary>
    private static RowDigit ToDigit(LineHypothesis line, int index, InkPart bounds, FrameScores frames, InkShares shares, DigitPrediction?[] witnesses)
    {
        (int digit, int frame) = (line.Text[index] - '0', line.Frames[index]);
        float[] scores = frames.Digits(frame);
        float confidence = MathF.Exp(frames[frame, digit]);
        for (int i = 0; i < witnesses.Length; i++)
        {
            if (shares.Counts[i] == 1 && shares.Digits[i] == index && witnesses[i] is { IsDigit: true } witness)
                return new RowDigit(digit, bounds, (confidence + witness.EvidenceOf(digit)) / 2, [.. scores.Zip(witness.Score, (one, other) => (one + other) / 2)]);
        }

        return new RowDigit(digit, bounds, confidence, scores);
    }
}
