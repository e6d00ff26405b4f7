using MlNetDigits.Networks.Randomness;
using MlNetDigits.Synthesis.Drawing;

namespace MlNetDigits.Synthesis.Lines;

/// <summary>Patterns of texts: <c>#</c> is any digit, digits stand for themselves, spaces and marks part groups.</summary>
internal static class TextPattern
{
    /// <summary>Marks that are drawn, but are no part of the text.</summary>
    public const string Marks = ".,-";

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

    /// <summary>Adds a mark at the end, or points between thousands.</summary>
    private static string Mark(string pattern, ref RandomStream random)
    {
        if (random.Chance(0.4f)) pattern += Marks[random.Next(Marks.Length)];
        return pattern.Length > Group + 1 && random.Chance(0.7f) ? pattern.Insert(pattern.Length - Group, Marks[random.Next(2)].ToString()) : pattern;
    }

    private static bool IsDigit(char letter) => letter == Any || char.IsAsciiDigit(letter);
}
