namespace MlNetDigits.Datasets.Csv;

/// <summary>Walks over the fields of one line; a field in quotes may have commas and doubled quotes.</summary>
/// <remarks>Source: RFC 4180, without fields of several lines.</remarks>
internal ref struct CsvFields(ReadOnlySpan<char> line)
{
    private ReadOnlySpan<char> _rest = line;
    private bool _isDone;

    /// <summary>Gives the next field, without its quotes.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Next(out ReadOnlySpan<char> field)
    {
        if (_isDone)
        {
            field = default;
            return false;
        }

        int end = _rest.StartsWith('"') ? Quoted() : _rest.IndexOf(',');
        _isDone = end < 0;
        field = _isDone ? _rest : _rest[..end];
        _rest = _isDone ? default : _rest[(end + 1)..];
        if (field.StartsWith('"') && field.Length > 1 && field[^1] == '"')
            field = field.Contains("\"\"", StringComparison.Ordinal) ? field[1..^1].ToString().Replace("\"\"", "\"", StringComparison.Ordinal) : field[1..^1];
        return true;
    }

    /// <summary>Finds the comma behind a quoted field; -1 at the end of the line.</summary>
    private readonly int Quoted()
    {
        bool isInside = false;
        for (int i = 0; i < _rest.Length; i++)
        {
            if (_rest[i] == '"')
                isInside = !isInside;
            else if (_rest[i] == ',' && !isInside)
                return i;
        }

        return -1;
    }
}
