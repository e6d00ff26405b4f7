using MlNetDigits.Images;
using MlNetDigits.Recognition;
using MlNetDigits.Synthesis;
using MlNetDigits.Tests.Recognition;
using MlNetDigits.Web.Tests.Hosting;

namespace MlNetDigits.Web.Tests.Reading;

/// <summary>A service of the shipped networks and of models that cannot read, and pictures of numbers for it.</summary>
public sealed class ReadService : IDisposable
{
    private static readonly SynthesisOptions Plain = new()
    {
        Kind = SynthesisKind.Text, Seed = 21, Papers = [PaperStyle.Plain], Camera = false, Colour = false, MarkShare = 0, MaximumSlant = 10, TouchingShare = 0, MinimumSpacing = 0.15f, MinimumSize = 0.6f,
    };

    private readonly TestService _service = new([
        ("Digits:Models:robust", ShippedModels.Find("robust")!), ("Digits:Models:tiny", ShippedModels.Find("tiny")!), ("Digits:DefaultModel", "robust"),
        .. new[] { "words", "digits", "negatives" }.Select(kind => ($"Digits:Models:{kind}", FormModels.Get(kind).Onnx))]);

    public ReadService() => Client = _service.CreateClient();

    public HttpClient Client { get; }

    /// <summary>Draws digits in lines as people write them.</summary>
    /// <param name="pattern">Digits, # for any, and blanks between them.</param>
    /// <param name="rows">How many lines of them.</param>
    public static SyntheticImage Draw(string pattern, int rows = 1) => new DigitSynthesizer(Plain with { Pattern = pattern, Rows = rows }).Create(0);

    public static byte[] Png(SyntheticImage drawn) => PngEncoder.Encode(drawn.ToGray());

    public void Dispose() => _service.Dispose();
}
