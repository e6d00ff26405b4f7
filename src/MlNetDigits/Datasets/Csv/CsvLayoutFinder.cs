using System.Globalization;
using MlNetDigits.Mnist;

namespace MlNetDigits.Datasets.Csv;

/// <summary>Tells which columns have label and index: by their names, else by their values.</summary>
internal sealed class CsvLayoutFinder
{
    /// <summary>How many times farther from the pixels beside it a label is than a pixel.</summary>
    private const double MuchFarther = 3;

    private readonly string _path;
    private readonly string[] _first;
    private readonly CsvHeader? _header;
    private readonly CancellationToken _cancellation;
    private Dictionary<int, CsvColumn>? _columns;

    private CsvLayoutFinder(string path, string[] first, CancellationToken cancellation)
    {
        (_path, _first, _cancellation) = (path, first, cancellation);
        _header = CsvHeader.IsHeader(first) ? new CsvHeader(first) : null;
    }

    private int Last => _first.Length - 1;

    private int Others => _first.Length - MnistView.PixelCount;

    /// <summary>Finds a file's layout; null for a file without rows.</summary>
    /// <param name="path">The file.</param>
    /// <param name="labelColumn">Name or number from 1 of the label's column; null: as the file tells.</param>
    /// <param name="cancellation">Stops reading.</param>
    /// <exception cref="InvalidDataException">The number of columns does not fit, or the label's column cannot be told.</exception>
    public static CsvLayout? Find(string path, string? labelColumn, CancellationToken cancellation)
    {
        (string[] Fields, int Line)? first = null;
        CsvRows.Visit(path, (row, line) =>
        {
            first = ([.. row[0..].ToStringsArray().Select(field => field.Trim())], line);
            return false;
        }, cancellation);
        if (first is not var (fields, number))
            return null;
        return CsvLayout.Fits(fields.Length) ? new CsvLayoutFinder(path, fields, cancellation).Find(labelColumn)
            : throw new InvalidDataException($"Line {number} of '{path}' has {fields.Length} column{(fields.Length == 1 ? "" : "s")}, but 785 are needed (label,pixel0..pixel783), or 784 without labels, and one more with an index. Separate them by commas.");
    }

    private CsvLayout Find(string? labelColumn)
    {
        if (labelColumn is not null)
            return Resolve(labelColumn) is var given && Others == 1 ? Layout(given) : Layout(given, Beside(given));
        return Others switch
        {
            0 => Layout(CsvLayout.None),
            1 when _header is { Label: >= 0 and var named } => Layout(named),
            1 => FindOne(),
            _ => FindTwo(),
        };
    }

    /// <summary>The one column beside the pixels: index or label.</summary>
    private CsvLayout FindOne()
    {
        int[] candidates = Candidates();
        if (candidates.Length == 1 && _header!.IsIndex(candidates[0]))
            return Column(candidates[0]).IsUnique ? Layout(CsvLayout.None, candidates[0]) : throw Unclear(candidates);
        if (candidates.Length == 1 && !Column(candidates[0]).IsCount)
            return Layout(candidates[0]);
        if (Column(candidates[0]).IsCount)
            return Layout(CsvLayout.None, candidates[0]);
        return Layout(Choose(candidates));
    }

    /// <summary>Label and index beside the pixels.</summary>
    private CsvLayout FindTwo()
    {
        int named = _header?.Label ?? CsvLayout.None;
        int[] candidates = [.. Candidates().Where(column => column != named)];
        int index = candidates.FirstOrDefault(IsIndex, CsvLayout.None);
        if (index < 0 && named >= 0 && _header is { Others.Length: 2 } && candidates is [var other])
            index = other;
        if (index < 0)
            throw NoIndex();
        if (named >= 0)
            return Layout(named, index);
        int[] rest = _header is { Others.Length: 2 } ? [.. candidates.Where(column => column != index)] : index == 0 ? [1, Last] : [0, Last - 1];
        return Layout(rest.Length == 1 ? rest[0] : Choose(rest), index);
    }

    /// <summary>The column beside the label's that is no pixel.</summary>
    private int Beside(int label) => _header is { Others: [var one, var other] } && (one == label || other == label) ? (one == label ? other : one)
        : ((int[])[0, 1, Last]).FirstOrDefault(column => column != label && IsIndex(column), CsvLayout.None) is >= 0 and var index ? index : throw NoIndex();

    private int Resolve(string column)
    {
        if (_header?.Find(column) is >= 0 and var named)
            return named;
        if (Others > 0 && int.TryParse(column, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= 1 && number <= _first.Length)
            return number - 1;
        throw new InvalidDataException(Others == 0 ? $"'{_path}' has 784 columns, which are pixels alone, so '{column}' cannot be that of labels. Leave the label column out, or give a file with labels."
            : $"'{_path}' has no column '{column}': {(_header is null ? "it has no header" : $"they are {_header}")}. Give the label column by {(_header is null ? "" : "its name or ")}its number from 1 to {_first.Length}.");
    }

    /// <summary>The columns that names set apart from the pixels; else the first and the last.</summary>
    private int[] Candidates() => _header is { Others: { Length: > 0 } others } && others.Length <= Others ? others : [0, Last];

    private bool IsIndex(int column) => _header?.IsIndex(column) == true || Column(column) is { IsUnique: true } values && (values.IsCount || (_header is null && column == 0));

    /// <summary>Chooses between two columns by what can be labels.</summary>
    private int Choose(int[] columns)
    {
        if (columns.Length != 2)
            throw Unclear(columns);
        CsvColumn first = Column(columns[0]), last = Column(columns[1]);
        if (first.IsText != last.IsText)
            return first.IsText ? first.Place : last.Place;
        if (first.IsText)
            throw Unclear(columns);
        if (first.CanBeLabels != last.CanBeLabels)
        {
            (CsvColumn label, CsvColumn pixel) = first.CanBeLabels ? (first, last) : (last, first);
            return label.GoesWithNeighbours(pixel) ? throw Unclear(columns) : label.Place;
        }

        if (!first.CanBeLabels)
            throw Unclear(columns);
        (CsvColumn farther, CsvColumn nearer) = first.Distance > last.Distance ? (first, last) : (last, first);
        return farther.Distance > 0 && farther.Distance >= MuchFarther * nearer.Distance ? farther.Place : throw Unclear(columns);
    }

    private CsvColumn Column(int place) => (_columns ??= ReadColumns())[place];

    /// <summary>Reads all columns that may be no pixels in one go.</summary>
    private Dictionary<int, CsvColumn> ReadColumns()
    {
        int[] places = [.. ((int[])[0, 1, Last - 1, Last, .. Candidates(), .. _header?.Label >= 0 ? [_header.Label] : Array.Empty<int>()]).Distinct()];
        Dictionary<int, (List<string> Values, List<string> Beside)> read = places.ToDictionary(place => place, _ => (new List<string>(), new List<string>()));
        bool isHeader = _header is not null;
        CsvRows.Visit(_path, (row, _) =>
        {
            for (int i = 0; i < places.Length && !isHeader && row.ColCount == _first.Length; i++)
            {
                int place = places[i];
                read[place].Values.Add(row[place].ToString().Trim());
                read[place].Beside.Add(row[place + (place < Last / 2 ? 1 : -1)].ToString());
            }

            isHeader = false;
            return true;
        }, _cancellation);
        return read.ToDictionary(each => each.Key, each => new CsvColumn(each.Key, each.Value.Values, each.Value.Beside));
    }

    private CsvLayout Layout(int label, int index = CsvLayout.None) =>
        new(_header is not null, label, index) { Note = index >= 0 && label >= 0 && _header is not null && !IsIndex(index) ? $"The labels are those of '{_first[label]}'; the column '{_first[index]}' is left out." : null };

    private InvalidDataException NoIndex() => new($"'{_path}' has 786 columns, two more than pixels: {string.Join(", ", Candidates().Select(Tell))}. Name that of labels with --label-column, and leave out the other unless it counts the rows.");

    private string Tell(int column) => $"column {column + 1} begins with {Column(column)}";

    private InvalidDataException Unclear(int[] columns) =>
        new($"'{_path}' does not tell which column has the labels: {string.Join(", ", columns.Select(Tell))}. Name it: {string.Join(" or ", columns.Select(column => $"--label-column {column + 1}"))}.");
}
