using MlNetDigits.Console.Rendering;

namespace MlNetDigits.Console.Tests.Rendering;

public sealed class DigitArtTests
{
    [Theory]
    [InlineData(true, "    ▄▄▄▄▄▄", "    ▀▀▀▀▀▀")]
    [InlineData(false, "    ......", "    ''''''")]
    public void Draw_Square_ShowsItsEdges(bool isUnicode, string top, string bottom)
    {
        var image = new float[784];
        for (int y = 6; y < 22; y++)
            image.AsSpan((y * 28) + 8, 12).Fill(255);

        string[] lines = [.. DigitArt.Draw([image], isUnicode)];

        Assert.Equal(7, lines.Length);
        Assert.Equal(["", top], lines[..2]);
        Assert.Equal([bottom, ""], lines[5..]);
    }
}
