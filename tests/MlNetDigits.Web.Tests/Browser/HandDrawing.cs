using System.Globalization;

namespace MlNetDigits.Web.Tests.Browser;

/// <summary>Ten digits as a hand writes them: strokes of points from 0 to 1.</summary>
internal static class HandDrawing
{
    // Percent of a square's side: "x,y x,y ..." for each stroke.
    private static readonly string[][] Digits =
    [
        ["50,12 32,18 22,36 20,56 26,78 42,90 60,86 74,70 78,48 72,26 58,14 48,12"],
        ["40,26 50,18 54,12 54,34 53,60 52,90"],
        ["26,30 34,16 52,12 68,20 70,36 60,52 44,68 26,88 46,86 76,88"],
        ["28,20 46,12 64,18 68,32 58,44 44,48 62,50 74,62 70,80 52,90 28,82"],
        ["48,10 38,32 24,60 50,58 78,57", "62,38 60,66 59,92"],
        ["72,14 52,14 36,14 34,30 32,44 48,40 64,46 72,60 66,78 50,88 28,82"],
        ["64,10 46,24 32,46 27,66 34,84 52,90 68,80 70,64 58,54 42,58 29,72"],
        ["24,16 50,17 76,14 64,36 54,60 46,90"],
        ["66,26 52,12 36,16 34,30 48,44 64,56 70,74 54,90 36,82 34,66 48,48 64,34 67,26"],
        ["68,28 54,14 36,20 32,38 44,50 60,44 68,28 68,54 62,76 52,92"],
    ];

    /// <summary>Gives a digit's strokes.</summary>
    /// <param name="digit">The digit.</param>
    /// <param name="place">Where on the sheet.</param>
    public static IEnumerable<(double X, double Y)[]> Strokes(int digit, DrawingPlace place) =>
        Digits[digit].Select(stroke => Array.ConvertAll(stroke.Split(' '), point => Put(point, place)));

    private static (double, double) Put(string point, DrawingPlace place)
    {
        var numbers = Array.ConvertAll(point.Split(','), number => double.Parse(number, CultureInfo.InvariantCulture) / 100);
        return (place.Left + (place.Size * numbers[0]), place.Top + (place.Size * numbers[1]));
    }
}
