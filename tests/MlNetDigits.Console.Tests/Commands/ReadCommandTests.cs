using System.Text.Json;
using MlNetDigits.Images;
using MlNetDigits.Synthesis;
using MlNetDigits.Tests;
using MlNetDigits.Tests.Images;
using MlNetDigits.Tests.Recognition;

namespace MlNetDigits.Console.Tests.Commands;

public sealed class ReadCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _number;

    public ReadCommandTests() => _number = Draw("number.png", "2026");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_Picture_WritesItsDigits()
    {
        Invocation run = Invocation.Run("read", "--model", "robust", _number);

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        Assert.Matches(@"number\.png: 2026 \(\d+\.\d\d %\)\r?\n$", run.Output);
    }

    [Fact]
    public void Read_Json_HasABoxForEachDigit()
    {
        Invocation run = Invocation.Run("read", "--json", _number);

        JsonElement picture = JsonDocument.Parse(run.Output).RootElement[0], line = picture.GetProperty("lines")[0];
        Assert.Equal("2026", line.GetProperty("text").GetString());
        JsonElement[] digits = [.. line.GetProperty("digits").EnumerateArray()];
        Assert.Equal([2, 0, 2, 6], digits.Select(digit => digit.GetProperty("digit").GetInt32()));
        Assert.All(digits, digit => Assert.InRange(digit.GetProperty("box").GetProperty("height").GetInt32(), 20, 140));
        Assert.Equal(digits[0].GetProperty("box").GetProperty("x").GetInt32(), line.GetProperty("box").GetProperty("x").GetInt32());
        Assert.InRange(line.GetProperty("box").GetProperty("width").GetInt32(), 80, picture.GetProperty("width").GetInt32());
    }

    [Fact]
    public void Read_Csv_HasARowForEachLineAndEachError()
    {
        string bad = _folder.File("bad.png");
        File.WriteAllText(bad, "not an image");

        Invocation run = Invocation.Run("read", "--format", "csv", _number, bad);

        string[] rows = run.Output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(1, run.ExitCode);
        Assert.Equal("file,page,line,text,confidence,valid,x,y,width,height,error", rows[0]);
        Assert.Contains(",1,1,2026,0.", rows[1]);
        Assert.StartsWith(bad, rows[2]);
        Assert.Contains("bad.png", run.Error);
    }

    [Fact]
    public void Read_Annotate_WritesAPictureForEachFile()
    {
        string marked = _folder.File("marked");

        Invocation run = Invocation.Run("read", "--format", "jsonl", "--annotate", marked, _number, _number);

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        Assert.Equal(["number-2.png", "number.png"], Directory.GetFiles(marked).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        GrayImage picture = ImageDecoder.Decode(Path.Combine(marked, "number.png")), before = ImageDecoder.Decode(_number);
        Assert.Equal(before.Width, picture.Width);
        Assert.InRange(picture.Height, before.Height + 5, before.Height + 200);
    }

    [Fact]
    public void Read_Tiff_ReadsAllPages()
    {
        string scan = Pages("scan.tif");

        Invocation run = Invocation.Run("read", scan, _number);

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        Assert.Matches(@"scan\.tif#1: 2026 \(\d+\.\d\d %\)\s+.*scan\.tif#2: no digit\s+.*scan\.tif#3: 2026 \(\d+\.\d\d %\)\s+.*number\.png: 2026", run.Output);
    }

    [Fact]
    public void Read_TiffAsJsonLinesAndCsv_TellsThePage()
    {
        string scan = Pages("scan.tif");

        JsonElement[] documents = [.. Invocation.Run("read", "--format", "jsonl", scan).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
        string csv = Invocation.Run("read", "--format", "csv", scan).Output;

        Assert.Equal([(1, "2026"), (2, ""), (3, "2026")], documents.Select(document => (document.GetProperty("page").GetInt32(), document.GetProperty("text").GetString()!)));
        Assert.All(documents, document => Assert.Equal(scan, document.GetProperty("file").GetString()));
        Assert.Contains("scan.tif,3,1,2026,", csv);
    }

    [Fact]
    public void Read_TiffOnStandardInput_AnnotatesEachPage()
    {
        string marked = _folder.File("marked");

        Invocation run = Invocation.RunWithInput(File.ReadAllBytes(Pages("scan.tif")), "read", "--annotate", marked, "-");

        Assert.Contains("-#3: 2026", run.Output);
        Assert.Equal(["input-1.png", "input-2.png", "input-3.png"], Directory.GetFiles(marked).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Read_Animation_NotesThatTheFirstFrameIsRead()
    {
        string moving = Pages("moving.gif");

        Invocation run = Invocation.Run("read", moving);

        Assert.Equal($"note: '{moving}' has 3 frames or pages; the first is read.", run.Error.Trim());
        Assert.Contains("moving.gif: 2026", run.Output);
    }

    [Fact]
    public void Read_Pattern_IsPutIntoTheText()
    {
        Invocation run = Invocation.Run("read", "--pattern", "dd/dd", _number);

        Assert.Contains("number.png: 20/26 (", run.Output);
    }

    [Fact]
    public void Read_EmptyPaper_SaysThatThereIsNoDigit()
    {
        string blank = _folder.File("blank.png");
        File.WriteAllBytes(blank, PngEncoder.Encode(new GrayImage(80, 60, [.. Enumerable.Repeat((byte)250, 80 * 60)])));

        Assert.Contains("blank.png: no digit", Invocation.Run("read", blank).Output);
    }

    [Theory]
    [InlineData("--length", "0", "--length is '0'; give a whole number from 1 to 1000.")]
    [InlineData("--pattern", "..", "error: Pattern is '..', which has 0 digits, but must have 1 to 1000: write d for each, as in dd.dd.dddd.")]
    [InlineData("--checksum", "crc", "--checksum is 'crc'; give one of none, luhn, gtin.")]
    public void Read_OptionOutOfRange_NamesValueAndMend(string option, string value, string message)
    {
        Invocation run = Invocation.Run("read", option, value, _number);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(message, run.Error);
    }

    [Fact]
    public void Read_ModelOfOtherClasses_IsRefused()
    {
        Invocation run = Invocation.Run("read", "--model", FormModels.Get("words").Onnx, _number);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("use such a model.", run.Error);
    }

    /// <summary>Writes a file of three pages or frames: the number, nothing, and the number.</summary>
    private string Pages(string name)
    {
        GrayImage number = ImageDecoder.Decode(_number);
        string path = _folder.File(name);
        File.WriteAllBytes(path, Encoder.EncodeFrames(Path.GetExtension(name)[1..], number.Width, number.Height, [.. number.Pixels, .. Enumerable.Repeat((byte)250, number.Pixels.Length), .. number.Pixels]));
        return path;
    }

    private string Draw(string name, string digits)
    {
        var synthesizer = new DigitSynthesizer(new SynthesisOptions
        {
            Kind = SynthesisKind.Text, Seed = 3, Pattern = digits, Papers = [PaperStyle.Plain], Camera = false, TouchingShare = 0, MinimumSpacing = 0.15f, MinimumSize = 0.6f, MaximumSlant = 5,
        });
        string path = _folder.File(name);
        File.WriteAllBytes(path, PngEncoder.Encode(synthesizer.Create(0).ToGray()));
        return path;
    }
}
