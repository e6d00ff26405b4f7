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
    private const double Weight = 0.75;
    private const double LeastProbability = 0.02;
    private const double LeastBody = 0.45;

    // How much likelier a text is taken to be for each of its digits, as a logarithm: the network rather leaves one out than sees one too many.
    // Source: the bonus for words of Hannun et al., "Deep Speech: scaling up end-to-end speech recognition", 2014.
    private const double DigitBonus = 1;

    // A text that is as it must be, but so much less likely than another, is not what is written.
    private const double LeastLikely = 1e-6;

    // A line with a text of this probability among all, whose digits have that one, is not looked at again.
    private const double Sure = 0.98;
    private const double SureDigit = 0.7;

    // Nor is a line of more digits, or of a page of more lines; and of each look so many texts count.
    private const int MostDigits = 16;
    private const int MostLines = 24;
    private const int MostTexts = 8;

    // Ink that is no digit is told from this share of the line's height on.
    private const double LeastOther = 0.5;

    /// <summary>Reads the lines of a page; none where there is noise, drawing or print.</summary>
    public ReadRow[] Read(PageInk page, List<InkRow> rows, CancellationToken cancellation)
    {
        InkRow[] readable = [.. rows.Where(row => row.Height >= LeastHeight)];
        if (readable.Sum(LineRecognizer.Windows) > MostWindows)
            return [];
        DigitPrediction?[][] witnesses = Ask(page, readable, cancellation);
        DigitPrediction[] all = [.. witnesses.SelectMany(row => row).OfType<DigitPrediction>()];
        if (all.Length > MostOfFew && all.Count(witness => witness.IsDigit) < LeastShare * all.Length)
            return [];
        LineLooks? looks = readable.Length <= MostLines ? new LineLooks(page) : null;
        return Each(readable, (row, i) => Read(page, row, looks, witnesses[i]), cancellation);
    }

    /// <summary>Works on lines on all processors.</summary>
    private static T[] Each<T>(InkRow[] rows, Func<InkRow, int, T> work, CancellationToken cancellation)
    {
        var results = new T[rows.Length];
        Parallel.For(0, rows.Length, new ParallelOptions { CancellationToken = cancellation }, i => results[i] = work(rows[i], i));
        return results;
    }

    private ReadRow Read(PageInk page, InkRow row, LineLooks? looks, DigitPrediction?[] witnesses)
    {
        InkPart[] pieces = [.. row.Labels.Select(label => page.Parts[label - 1])];
        FrameScores frames = network.Score(LineStrip.Draw(page, row));
        List<(string Text, double Log)> texts = PrefixBeam.Find(frames, constraint);
        List<LineHypothesis> found = JudgeAll(texts), free = constraint.IsAny ? found : JudgeAll(PrefixBeam.Find(frames, LineConstraint.None));
        bool isValid = found.Count > 0 && found[0].Log >= free[0].Log + Math.Log(LeastLikely);
        if (!isValid)
            found = free;
        else if (looks is not null && found[0].Text.Length <= MostDigits && !IsSure(found, frames))
            found = JudgeAll(Unite(texts, frames, [.. looks.Of(row).Select(network.Score)]));
        LineHypothesis best = found[0];
        InkPart[] bounds = best.Shares.Bounds(page, row, pieces, best.Places);
        return new ReadRow(
            best.Text,
            isValid,
            [.. bounds.Select((box, digit) => ToDigit(best, digit, box, frames, witnesses))],
            [.. found.Select(one => (one.Text, Math.Exp(one.Log - best.Log)))],
            [.. best.Shares.Left.Where(i => pieces[i].Height >= LeastOther * row.Height).Select(i => pieces[i])]);

        List<LineHypothesis> JudgeAll(IEnumerable<(string Text, double Log)> candidates) =>
            [.. candidates.Select(text => Judge(text.Text, text.Log, frames, pieces, witnesses, row.Height)).OrderByDescending(one => one.Log)];
    }

    /// <summary>Adds the texts of further looks at a line, and takes the means of what all looks say of each.</summary>
    private IEnumerable<(string Text, double Log)> Unite(List<(string Text, double Log)> texts, FrameScores first, FrameScores[] others)
    {
        FrameScores[] looks = [first, .. others];
        return others.Select(frames => PrefixBeam.Find(frames, constraint)).Prepend(texts).SelectMany(found => found.Take(MostTexts)).Select(text => text.Text).Distinct()
            .Select(text => (text, looks.Average(frames => frames.LogLikelihood(text))));
    }

    private static bool IsSure(List<LineHypothesis> found, FrameScores frames) =>
        found.Sum(one => Math.Exp(one.Log - found[0].Log)) <= 1 / Sure && found[0].Frames.Select((frame, digit) => frames[frame, found[0].Text[digit] - '0']).All(log => log >= Math.Log(SureDigit));

    /// <summary>Asks the recognizer of each piece of ink; null for what is too low to be a digit.</summary>
    private DigitPrediction?[][] Ask(PageInk page, InkRow[] rows, CancellationToken cancellation)
    {
        byte[]?[][] images = Each(rows, (row, _) => PieceImages.Of(page, row.Labels, LeastBody * row.Height), cancellation);
        var answers = new Queue<DigitPrediction>(recognizer.PredictBatch([.. images.SelectMany(row => row).OfType<byte[]>().Select(pixels => DigitImage.FromPixels(pixels))]));
        return [.. images.Select(row => row.Select(image => image is null ? null : answers.Dequeue()).ToArray())];
    }

    private static LineHypothesis Judge(string text, double log, FrameScores frames, InkPart[] pieces, DigitPrediction?[] witnesses, int height)
    {
        int[] clearest = FrameAlignment.Find(frames, text);
        double[] places = [.. clearest.Select(frames.Place)];
        InkShares shares = InkShares.Of(pieces, places, height);
        log += DigitBonus * text.Length;
        for (int i = 0; i < pieces.Length; i++)
        {
            if (witnesses[i] is not { } witness)
                continue;
            double digit = witness.DigitProbability ?? 1, says = shares.Counts[i] == 1 ? witness.EvidenceOf(text[shares.Digits[i]] - '0') : 1 - digit;
            log += Weight * Math.Log(Math.Max(LeastProbability, says));
        }

        return new LineHypothesis(text, log, clearest, places, shares);
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
