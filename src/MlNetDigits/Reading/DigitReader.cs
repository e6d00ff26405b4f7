using MlNetDigits.Images;
using MlNetDigits.Images.Candidates;
using MlNetDigits.Images.Normalization;
using MlNetDigits.Reading.Lattice;
using MlNetDigits.Reading.Segmentation;
using MlNetDigits.Recognition;

namespace MlNetDigits.Reading;

/// <summary>Reads all digits of a picture.</summary>
public sealed class DigitReader(IDigitRecognizer recognizer)
{
    internal const int WorkingSide = 1600;

    internal List<Hypothesis> ReadRows(GrayImage image)
    {
        InkField field = DigitNormalizer.FieldOf(Resampling.Reduce(image, WorkingSide));
        if (PageInk.Find(field, InkField.UsualShare) is not { } page)
            return [];
        List<InkRow> rows = RowFinder.Find(page);
        return [.. RowLattice.Build(page, rows, recognizer).Select(lattice => BeamSearch.Find(lattice)[0])];
    }
}
