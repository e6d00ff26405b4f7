using System.Runtime.CompilerServices;

namespace MlNetDigits.Web.Images;

/// <summary>Reads the JSON that programs usually write, several times faster than a reader of any JSON.</summary>
internal static class PlainPixels
{
    /// <summary>Reads <c>{"pixels":[...]}</c> of whole numbers 0-255.</summary>
    /// <param name="json">The whole body, UTF-8.</param>
    /// <param name="pixels">Where the numbers go; what was written to it is void when this fails.</param>
    /// <returns>False for any other text, which may be right all the same.</returns>
    public static bool TryRead(ReadOnlySpan<byte> json, Span<float> pixels)
    {
        var at = 0;
        if (!Skip(json, ref at, "{"u8) || !Skip(json, ref at, "\"pixels\""u8) || !Skip(json, ref at, ":"u8) || !Skip(json, ref at, "["u8))
            return false;
        for (var i = 0; i < pixels.Length;)
        {
            // Most of a digit is paper.
            if (i + 4 < pixels.Length && json[at..].StartsWith("0,0,0,0,"u8))
            {
                pixels.Slice(i, 4).Clear();
                i += 4;
                at += 8;
                continue;
            }

            if (!TryReadNumber(json, ref at, out var number))
                return false;
            pixels[i++] = number;
            if (i < pixels.Length && !SkipComma(json, ref at))
                return false;
        }

        return Skip(json, ref at, "]"u8) && Skip(json, ref at, "}"u8) && json[at..].Trim(" \t\r\n"u8).IsEmpty;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryReadNumber(ReadOnlySpan<byte> json, ref int at, out int number)
    {
        SkipSpace(json, ref at);
        var start = at;
        number = 0;
        while (at < json.Length && at < start + 4 && (uint)(json[at] - '0') <= 9)
            number = (number * 10) + json[at++] - '0';
        var digits = at - start;
        // JSON knows no leading zeros.
        return digits > 0 && number <= 255 && (digits == 1 || json[start] != '0');
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool SkipComma(ReadOnlySpan<byte> json, ref int at)
    {
        SkipSpace(json, ref at);
        return at < json.Length && json[at++] == ',';
    }

    private static bool Skip(ReadOnlySpan<byte> json, ref int at, ReadOnlySpan<byte> text)
    {
        SkipSpace(json, ref at);
        if (!json[at..].StartsWith(text))
            return false;
        at += text.Length;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void SkipSpace(ReadOnlySpan<byte> json, ref int at)
    {
        while (at < json.Length && json[at] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
            at++;
    }
}
