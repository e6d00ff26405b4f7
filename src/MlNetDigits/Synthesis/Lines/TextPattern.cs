using MlNetDigits.Networks.Randomness;
using MlNetDigits.Synthesis.Drawing;

namespace MlNetDigits.Synthesis.Lines;

/// <summary>Patterns of texts: <c>#</c> is any digit, digits stand for themselves, spaces and marks part groups.</summary>
internal static class TextPattern
{
    /// <summary>Marks that are drawn, but are no part of the text.</summary>
    public const string Marks = ".,-=";

    private const string Points = ".,";

    // What amounts end with, and begin with, lest somebody adds digits.
    private static readonly string[] _ends = [".", ",", "-", "=", ".-", ",-", ".=", "--"];
    private static readonly string[] _beginnings = ["=", "-", "=-", "."];

    private const char Any = '#';
    private const int Group = 3;

    public static bool IsValid(string pattern) => pattern.Any(IsDigit) && pattern.All(letter => letter == ' ' || IsDigit(letter) || Marks.Contains(letter));

    /// <summary>Draws a line with its marks.</summary>
    public static string Draw(SynthesisOptions options, ref RandomStream random)
    {
        string pattern = options.Pattern?.Trim() ?? new string(Any, random.Whole(options.MinimumLength, options.MaximumLength));
        if (options.Pattern is null && random.Chance(options.MarkShare)) pattern = Mark(pattern, ref random);
        char[] text = pattern.ToCharArray();
        foreach (ref char letter in text.AsSpan())
        {
            if (letter == Any) letter = (char)('0' + random.Next(10));
        }

        return new string(text);
    }

    /// <summary>Leaves out the marks.</summary>
    public static string Digits(string line) => string.Concat(line.Where(letter => !Marks.Contains(letter)));

    /// <summary>Adds marks at the end or the beginning, or points between thousands.</summary>
    private static string Mark(string pattern, ref RandomStream random)
    {
        for (int at = pattern.Length - Group; at > 0 && random.Chance(0.7f); at -= Group) pattern = pattern.Insert(at, Points[random.Next(Points.Length)].ToString());
        if (random.Chance(0.5f)) pattern += random.Pick(_ends);
        return random.Chance(0.1f) ? random.Pick(_beginnings) + pattern : pattern;
    }

    private static bool IsDigit(char letter) => letter == Any || char.IsAsciiDigit(letter);
}
