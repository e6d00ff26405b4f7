namespace MlNetDigits.Networks.Execution;

/// <summary>Loss of label sequences that are not aligned with the frames of a network's output, in double precision and one fixed order.</summary>
/// <remarks>
/// Source: Graves et al., "Connectionist temporal classification: labelling unsegmented sequence data with recurrent neural networks", 2006.
/// The last class is the blank, which stands between labels.
/// </remarks>
internal sealed unsafe class ConnectionistTemporal
{
    private readonly int _frames;
    private readonly int _classes;

    // Log probabilities [frame, class], and those of all ways up to and from a state [frame, state]; states are labels and the blanks around them.
    private readonly double[] _logs;
    private double[] _forward = [];
    private double[] _backward = [];

    /// <summary>Takes memory for outputs of one shape.</summary>
    /// <param name="output">Shape of the logits of one image: 1 × frames × classes.</param>
    public ConnectionistTemporal(Shape output)
    {
        (_frames, _classes) = (output.Width, output.Channels);
        _logs = new double[_frames * _classes];
    }

    /// <summary>Frames that a sequence takes at least: one for each label, and a blank between equal neighbours.</summary>
    public static int LeastFrames(ReadOnlySpan<byte> labels)
    {
        int frames = labels.Length;
        for (int i = 1; i < labels.Length; i++) frames += labels[i] == labels[i - 1] ? 1 : 0;
        return frames;
    }

    /// <summary>Loss of one image; its gradient by the logits when asked for.</summary>
    /// <param name="logits">[frames, classes].</param>
    /// <param name="labels">Labels in order, of classes but the last; they fit the frames.</param>
    /// <param name="scale">Factor of the gradient: 1 / images of the batch.</param>
    /// <param name="gradient">[frames, classes], or null.</param>
    /// <returns>-log of the sequence's probability, and whether the likeliest class of each frame spells it.</returns>
    public BatchMetrics Run(float* logits, ReadOnlySpan<byte> labels, float scale, float* gradient)
    {
        for (int frame = 0; frame < _frames; frame++) LogProbabilities.Softmax(new ReadOnlySpan<float>(logits + frame * _classes, _classes), _logs.AsSpan(frame * _classes, _classes));
        int states = 2 * labels.Length + 1;
        if (_forward.Length < _frames * states) (_forward, _backward) = (new double[_frames * states], new double[_frames * states]);
        double logLikelihood = LogLikelihood(_logs, _classes, labels, _forward.AsSpan(0, _frames * states));
        if (gradient != null)
        {
            Backward(labels, states);
            for (int frame = 0; frame < _frames; frame++) Gradient(labels, states, frame, logLikelihood, scale, gradient + frame * _classes);
        }

        return new BatchMetrics(-logLikelihood, Spells(labels) ? 1 : 0, 1);
    }

    /// <summary>Logarithm of the probability that frames spell a sequence.</summary>
    /// <param name="logs">Log probabilities [frames, classes].</param>
    /// <param name="classes">Number of classes; the last is the blank.</param>
    /// <param name="labels">Labels in order, of classes but the last.</param>
    /// <param name="forward">Receives the log probabilities of all ways up to a state, [frames, 2 labels + 1].</param>
    public static double LogLikelihood(ReadOnlySpan<double> logs, int classes, ReadOnlySpan<byte> labels, Span<double> forward)
    {
        int states = 2 * labels.Length + 1, frames = logs.Length / classes;
        Span<double> before = default;
        for (int frame = 0; frame < frames; frame++)
        {
            Span<double> now = forward.Slice(frame * states, states);
            for (int state = 0; state < states; state++)
            {
                double ways = frame == 0 ? (state < 2 ? 0 : double.NegativeInfinity) : before[state];
                if (frame > 0 && state > 0) ways = LogProbabilities.Add(ways, before[state - 1]);
                if (frame > 0 && MaySkip(labels, state)) ways = LogProbabilities.Add(ways, before[state - 2]);
                now[state] = ways + logs[frame * classes + Label(labels, state, classes)];
            }

            before = now;
        }

        return LogProbabilities.Add(before[states - 1], states > 1 ? before[states - 2] : double.NegativeInfinity);
    }

    private int Label(ReadOnlySpan<byte> labels, int state) => Label(labels, state, _classes);

    private static int Label(ReadOnlySpan<byte> labels, int state, int classes) => state % 2 == 0 ? classes - 1 : labels[state / 2];

    /// <summary>Whether the blank before a label may be left out.</summary>
    private static bool MaySkip(ReadOnlySpan<byte> labels, int state) => state % 2 == 1 && state > 1 && labels[state / 2] != labels[state / 2 - 1];

    /// <summary>Likelihood of what follows a frame, the frame itself left out.</summary>
    private void Backward(ReadOnlySpan<byte> labels, int states)
    {
        Span<double> after = default;
        for (int frame = _frames - 1; frame >= 0; frame--)
        {
            Span<double> now = _backward.AsSpan(frame * states, states);
            for (int state = 0; state < states; state++)
            {
                if (frame == _frames - 1)
                {
                    now[state] = state >= states - 2 ? 0 : double.NegativeInfinity;
                    continue;
                }

                int next = (frame + 1) * _classes;
                double ways = after[state] + _logs[next + Label(labels, state)];
                if (state + 1 < states) ways = LogProbabilities.Add(ways, after[state + 1] + _logs[next + Label(labels, state + 1)]);
                if (state + 2 < states && MaySkip(labels, state + 2)) ways = LogProbabilities.Add(ways, after[state + 2] + _logs[next + Label(labels, state + 2)]);
                now[state] = ways;
            }

            after = now;
        }
    }

    /// <summary>Probability of each class less the share of all ways of the sequence that have it in this frame.</summary>
    private void Gradient(ReadOnlySpan<byte> labels, int states, int frame, double logLikelihood, float scale, float* gradient)
    {
        Span<double> difference = stackalloc double[_classes];
        for (int c = 0; c < _classes; c++) difference[c] = Math.Exp(_logs[frame * _classes + c]);
        for (int state = 0; state < states; state++)
            difference[Label(labels, state)] -= Math.Exp(_forward[frame * states + state] + _backward[frame * states + state] - logLikelihood);
        for (int c = 0; c < _classes; c++) gradient[c] = (float)(difference[c] * scale);
    }

    private bool Spells(ReadOnlySpan<byte> labels)
    {
        int found = 0, before = _classes - 1;
        for (int frame = 0; frame < _frames; frame++)
        {
            int best = 0;
            for (int c = 1; c < _classes; c++)
                if (_logs[frame * _classes + c] > _logs[frame * _classes + best]) best = c;
            if (best != before && best != _classes - 1 && (found == labels.Length || labels[found++] != best)) return false;
            before = best;
        }

        return found == labels.Length;
    }
}
