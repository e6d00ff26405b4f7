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

    // Where more pieces of ink are found, and fewer of them than this share are digits, there is noise, drawing or print.
    private const int MostOfFew = 80;
    private const double LeastShare = 0.3;

    // Lower digits are not told apart.
    private const int LeastHeight = 9;

    // Weight of what the recognizer says of ink, the least probability that it is believed to mean, and the least height of ink that it is asked of, as a share of the line's.
    private const double Weight = 0.5;
    private const double LeastProbability = 0.02;
    private const double LeastBody = 0.45;

    // Ink that is no digit is told from this share of the line's height on.
    private const double LeastOther = 0.5;

    /// <summary>Reads the lines of a page; none where there is noise, drawing or print.</summary>
    public IEnumerable<ReadRow> Read(PageInk page, List<InkRow> rows, CancellationToken cancellation)
    {
        InkRow[] readable = [.. rows.Where(row => row.Height >= LeastHeight)];
        if (readable.Sum(LineRecognizer.Windows) > MostWindows)
            yield break;
        DigitPrediction?[][] witnesses = Ask(page, readable, cancellation);
        DigitPrediction[] all = [.. witnesses.SelectMany(row => row).OfType<DigitPrediction>()];
        if (all.Length > MostOfFew && all.Count(witness => witness.IsDigit) < LeastShare * all.Length)
            yield break;
        foreach ((InkRow row, DigitPrediction?[] heard) in readable.Zip(witnesses))
        {
            cancellation.ThrowIfCancellationRequested();
            yield return Read(page, row, network.Score(LineStrip.Draw(page, row)), heard);
        }
    }

    private ReadRow Read(PageInk page, InkRow row, FrameScores frames, DigitPrediction?[] witnesses)
    {
        List<(string Text, double Log)> texts = PrefixBeam.Find(frames, constraint);
        bool isValid = texts.Count > 0;
        if (!isValid)
            texts = PrefixBeam.Find(frames, LineConstraint.None);
        InkPart[] pieces = [.. row.Labels.Select(label => page.Parts[label - 1])];
        LineHypothesis[] found = [.. texts.Select(text => Judge(text, frames, pieces, witnesses, row.Height)).OrderByDescending(one => one.Log)];
        LineHypothesis best = found[0];
        InkPart[] bounds = best.Shares.Bounds(page, row, pieces, best.Places);
        return new ReadRow(
            best.Text,
            isValid,
            [.. bounds.Select((box, digit) => ToDigit(best, digit, box, frames, witnesses))],
            [.. found.Select(one => (one.Text, Math.Exp(one.Log - best.Log)))],
            [.. best.Shares.Left.Where(i => pieces[i].Height >= LeastOther * row.Height).Select(i => pieces[i])]);
    }

    /// <summary>Asks the recognizer of each piece of ink; null for what is too low to be a digit.</summary>
    private DigitPrediction?[][] Ask(PageInk page, InkRow[] rows, CancellationToken cancellation)
    {
        var (images, places) = (new List<DigitImage>(), new List<(int Row, int Piece)>());
        for (int row = 0; row < rows.Length; row++)
        {
            cancellation.ThrowIfCancellationRequested();
            int[] labels = rows[row].Labels, asked = [.. Enumerable.Range(0, labels.Length).Where(i => page.Parts[labels[i] - 1].Height >= LeastBody * rows[row].Height)];
            foreach ((int piece, byte[]? pixels) in asked.Zip(PieceImages.Of(page, [.. asked.Select(i => labels[i])])))
            {
                if (pixels is null)
                    continue;
                images.Add(DigitImage.FromPixels(pixels));
                places.Add((row, piece));
            }
        }

        DigitPrediction?[][] answers = [.. rows.Select(row => new DigitPrediction?[row.Labels.Length])];
        foreach (((int row, int piece), DigitPrediction answer) in places.Zip(recognizer.PredictBatch(images)))
            answers[row][piece] = answer;
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

        return new LineHypothesis(text.Text, log, clearest, places, shares);
    }

    /// <summary>A digit whose scores are the mean of both witnesses' where its ink stands alone, else the network's.</summary>
    private static RowDigit ToDigit(LineHypothesis line, int index, InkPart bounds, FrameScores frames, DigitPrediction?[] witnesses)
    {
        (int digit, int frame) = (line.Text[index] - '0', line.Frames[index]);
        float[] scores = frames.Digits(frame);
        float confidence = (float)Math.Exp(frames[frame, digit]);
        for (int i = 0; i < witnesses.Length; i++)
        {
            if (line.Shares.Counts[i] == 1 && line.Shares.Digits[i] == index && witnesses[i] is { IsDigit: true } witness)
                return new RowDigit(digit, bounds, (confidence + witness.EvidenceOf(digit)) / 2, [.. scores.Zip(witness.Score, (one, other) => (one + other) / 2)]);
        }

        return new RowDigit(digit, bounds, confidence, scores);
    }
}
