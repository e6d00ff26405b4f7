using System.Text;

namespace MlNetDigits.Images.Netpbm;

/// <summary>A place in a Netpbm file, with the numbers and words that stand there.</summary>
/// <param name="file">The whole file.</param>
/// <param name="name">What errors call the file.</param>
internal ref struct NetpbmCursor(ReadOnlySpan<byte> file, string name)
{
    private readonly ReadOnlySpan<byte> _file = file;
    private int _at = 2;

    /// <summary>What follows the place.</summary>
    public readonly ReadOnlySpan<byte> Rest => _file[_at..];

    /// <summary>The error of a file that is not as its format wants it.</summary>
    public readonly InvalidDataException Damaged(string why) => new($"'{name}' is a damaged or cut-off image: {why}. Save it again.");

    /// <summary>Reads a number after white space and comments.</summary>
    public int Number(string what, int least, int most)
    {
        SkipSpace();
        var start = _at;
        var value = 0L;
        for (; _at < _file.Length && char.IsAsciiDigit((char)_file[_at]); _at++)
            value = Math.Min((value * 10) + _file[_at] - '0', int.MaxValue + 1L);
        if (_at == start)
            throw Damaged($"its {what} is missing");
        if (value < least || value > most)
            throw Damaged($"its {what} is {Text(start, 20)}, but must be {least} to {most}");
        return (int)value;
    }

    /// <summary>Reads one digit, 0 or 1, which needs no space before the next.</summary>
    public int Bit()
    {
        SkipSpace();
        if (_at == _file.Length || _file[_at] is not ((byte)'0' or (byte)'1'))
            throw Damaged("a pixel is neither 0 nor 1");
        return _file[_at++] - '0';
    }

    /// <summary>Reads a word after white space and comments; empty at the end of the file.</summary>
    public string Word()
    {
        SkipSpace();
        var start = _at;
        while (_at < _file.Length && !IsSpace(_file[_at]))
            _at++;
        return Text(start, 64);
    }

    /// <summary>Passes the one white space, or the comment, that ends a header.</summary>
    public void EndHeader()
    {
        if (_at == _file.Length || !(IsSpace(_file[_at]) || _file[_at] == '#'))
            throw Damaged("its header does not end with white space");
        if (_file[_at] == '#')
            SkipComment();
        else
            _at++;
    }

    /// <summary>Whether a byte separates the words of a header.</summary>
    public static bool IsSpace(byte value) => value is (byte)' ' or (>= 9 and <= 13);

    private readonly string Text(int start, int most) => Encoding.Latin1.GetString(_file[start..Math.Min(_at, start + most)]);

    private void SkipSpace()
    {
        while (_at < _file.Length && (IsSpace(_file[_at]) || _file[_at] == '#'))
        {
            if (_file[_at] == '#')
                SkipComment();
            else
                _at++;
        }
    }

    private void SkipComment()
    {
        while (_at < _file.Length && _file[_at++] is not ((byte)'\n' or (byte)'\r'))
        {
        }
    }
}
