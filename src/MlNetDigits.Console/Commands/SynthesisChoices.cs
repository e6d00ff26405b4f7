using System.CommandLine;
using MlNetDigits.Console.Hosting;
using MlNetDigits.Console.Hosting.Help;
using MlNetDigits.Synthesis;

namespace MlNetDigits.Console.Commands;

/// <summary>The options that say what synthetic pictures show and how they are drawn.</summary>
internal sealed class SynthesisChoices
{
    private const string DigitsKind = "digits";

    private static readonly SynthesisOptions _standard = new();

    private static readonly Dictionary<string, SynthesisKind> _kinds = new() { [DigitsKind] = SynthesisKind.Digit, ["text"] = SynthesisKind.Text, ["non-digits"] = SynthesisKind.NonDigit };

    private readonly Option<string?> _kind = CommonOptions.Choice("--kind", "What to draw, by default single digits; text is lines of digits, and non-digits are letters, garments, blank cells and the like: ", [.. _kinds.Keys]);
    private readonly Option<int?> _seed = CommonOptions.Number("--seed", 0, int.MaxValue, "Seed of all chance; equal seeds give equal pictures. Default: 1.");
    private readonly Option<float?> _mnist = CommonOptions.Number("--mnist-share", 0f, 1f, "Share of the digits that are taken from MNIST's training images rather than drawn by strokes. Default: 0, which needs no MNIST.");
    private readonly Option<string?> _data = CommonOptions.Data();
    private readonly Option<int?> _minimumSide = CommonOptions.Number("--min-side", 16, 4096, $"Least width and height of a picture in pixels; of text the line's height. Default: {_standard.MinimumSide}.");
    private readonly Option<int?> _maximumSide = CommonOptions.Number("--max-side", 16, 4096, $"Greatest width and height of a picture in pixels; of text the line's height. Default: {_standard.MaximumSide}.");
    private readonly Option<float?> _slant = CommonOptions.Number("--slant", 0f, 45f, FormattableString.Invariant($"Greatest slant of digits in degrees. Default: {_standard.MaximumSlant}."));
    private readonly NameList<PaperStyle> _papers = new("--papers", "What paper may have beside the writing, with commas between. Default: all of");
    private readonly NameList<NonDigit> _nonDigits = new("--non-digits", "Kinds of non-digits, with commas between. Default: all of");
    private readonly Option<bool> _noCamera = new("--no-camera") { Description = "Draw without uneven light, perspective, blur, noise and traces of compression." };
    private readonly Option<bool> _grey = new("--grey") { Description = "Draw without coloured pens and papers." };
    private readonly Option<string?> _pattern = new("--pattern") { Description = "What a line of text is made of: # is any digit, digits stand for themselves, spaces part groups; points, commas, dashes and equals signs are drawn, but no part of the text. Default: as many digits as the lengths say.", HelpName = "text" };
    private readonly Option<int?> _minimumLength = CommonOptions.Number("--min-length", 1, 1000, $"Fewest digits in a line of text. Default: {_standard.MinimumLength}.");
    private readonly Option<int?> _maximumLength = CommonOptions.Number("--max-length", 1, 1000, $"Most digits in a line of text. Default: {_standard.MaximumLength}.");
    private readonly Option<int?> _rows = CommonOptions.Number("--rows", 1, 1000, "Lines of a text; several make a page. Default: 1.");
    private readonly Option<float?> _touching = CommonOptions.Number("--touching", 0f, 1f, FormattableString.Invariant($"Share of neighbours in a text that touch. Default: {_standard.TouchingShare}."));

    /// <summary>Gets the option that each property of the library's options comes from.</summary>
    private IEnumerable<(string Property, string Option)> Names =>
    [
        (nameof(SynthesisOptions.MinimumSide), _minimumSide.Name), (nameof(SynthesisOptions.MaximumSide), _maximumSide.Name), (nameof(SynthesisOptions.MinimumLength), _minimumLength.Name),
        (nameof(SynthesisOptions.MaximumLength), _maximumLength.Name), (nameof(SynthesisOptions.Pattern), _pattern.Name), (nameof(SynthesisOptions.MnistShare), _mnist.Name),
    ];

    public void AddTo(DigitCommand command)
    {
        command.Options.Add(_kind);
        command.Options.Add(_seed);
        command.AddGroup("Pictures", _minimumSide, _maximumSide, _slant, _papers.Option, _noCamera, _grey, _mnist, _data);
        command.AddGroup("Text", _pattern, _minimumLength, _maximumLength, _rows, _touching);
        command.AddGroup("Non-digits", _nonDigits.Option);
    }

    /// <summary>The kind that was asked for, in the words of the command line.</summary>
    public string Kind(ParseResult parsed) => parsed.GetValue(_kind) ?? DigitsKind;

    /// <summary>The folder with MNIST's files that was named.</summary>
    public string? Data(ParseResult parsed) => parsed.GetValue(_data);

    /// <summary>Reads the options of one command line.</summary>
    public SynthesisOptions Read(ParseResult parsed) => new()
    {
        Kind = _kinds[Kind(parsed)],
        Seed = parsed.GetValue(_seed) ?? _standard.Seed,
        MnistShare = parsed.GetValue(_mnist) ?? _standard.MnistShare,
        MinimumSide = parsed.GetValue(_minimumSide) ?? Math.Min(_standard.MinimumSide, parsed.GetValue(_maximumSide) ?? int.MaxValue),
        MaximumSide = parsed.GetValue(_maximumSide) ?? Math.Max(_standard.MaximumSide, parsed.GetValue(_minimumSide) ?? 0),
        MaximumSlant = parsed.GetValue(_slant) ?? _standard.MaximumSlant,
        Papers = _papers.Read(parsed) ?? _standard.Papers,
        NonDigits = _nonDigits.Read(parsed) ?? _standard.NonDigits,
        Camera = !parsed.GetValue(_noCamera),
        Colour = !parsed.GetValue(_grey),
        Pattern = parsed.GetValue(_pattern),
        MinimumLength = parsed.GetValue(_minimumLength) ?? Math.Min(_standard.MinimumLength, parsed.GetValue(_maximumLength) ?? int.MaxValue),
        MaximumLength = parsed.GetValue(_maximumLength) ?? Math.Max(_standard.MaximumLength, parsed.GetValue(_minimumLength) ?? 0),
        Rows = parsed.GetValue(_rows) ?? _standard.Rows,
        TouchingShare = parsed.GetValue(_touching) ?? _standard.TouchingShare,
    };

    /// <summary>Says an error of the library in the words of the command line.</summary>
    public UserError Translate(ArgumentException error) =>
        new(Names.Aggregate(ErrorLine.Describe(error), (text, name) => text.Replace(name.Property, name.Option, StringComparison.Ordinal)), error);
}
