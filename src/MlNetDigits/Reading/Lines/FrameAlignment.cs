namespace MlNetDigits.Reading.Lines;

/// <summary>Tells in which frames the digits of a text are.</summary>
internal static class FrameAlignment
{
    /// <summary>Finds the frame in which each digit is clearest, on the likeliest way through the frames.</summary>
    public static int[] Find(FrameScores frames, string text)
    {
        int states = (2 * text.Length) + 1, count = frames.Count;
        var best = new double[count, states];
        var from = new int[count, states];
        for (int frame = 0; frame < count; frame++)
        {
            for (int state = 0; state < states; state++)
            {
                (double ways, from[frame, state]) = frame == 0 ? (state < 2 ? 0 : double.NegativeInfinity, state) : Before(best, frame - 1, state, text);
                best[frame, state] = ways + frames[frame, Class(text, state)];
            }
        }

        var clearest = new int[text.Length];
        Array.Fill(clearest, -1);
        int at = text.Length > 0 && best[count - 1, states - 2] > best[count - 1, states - 1] ? states - 2 : states - 1;
        for (int frame = count - 1; frame >= 0; at = from[frame, at], frame--)
        {
            if (at % 2 == 1 && (clearest[at / 2] < 0 || frames[frame, text[at / 2] - '0'] > frames[clearest[at / 2], text[at / 2] - '0']))
                clearest[at / 2] = frame;
        }

        return clearest;
    }

    private static int Class(string text, int state) => state % 2 == 0 ? FrameScores.None : text[state / 2] - '0';

    private static (double Ways, int From) Before(double[,] best, int frame, int state, string text)
    {
        (double ways, int from) = (best[frame, state], state);
        if (state > 0 && best[frame, state - 1] > ways)
            (ways, from) = (best[frame, state - 1], state - 1);
        if (state % 2 == 1 && state > 1 && text[state / 2] != text[(state / 2) - 1] && best[frame, state - 2] > ways)
            (ways, from) = (best[frame, state - 2], state - 2);
        return (ways, from);
    }
}
