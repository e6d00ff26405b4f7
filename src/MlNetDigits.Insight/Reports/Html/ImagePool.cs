using MlNetDigits.Evaluation;
using MlNetDigits.Images;

namespace MlNetDigits.Reports.Html;

/// <summary>The images that the page can show on demand, on one sheet: mistakes first, then hits of all classes alike.</summary>
internal sealed class ImagePool
{
    /// <summary>Images of one cell of the confusion matrix that are taken at most.</summary>
    public const int MostPerCell = 24;

    private const int MostMistakes = 800, LeastHits = 400, Target = 800;

    private ImagePool(ScoredImages images, int[] indices) => (Images, Indices) = (images, indices);

    public ScoredImages Images { get; }

    /// <summary>Positions of the images, in the order of the sheet.</summary>
    public IReadOnlyList<int> Indices { get; }

    /// <summary>Images per row of the sheet.</summary>
    public int Columns => Math.Clamp((int)Math.Ceiling(Math.Sqrt(Indices.Count)), 1, 32);

    public static ImagePool Choose(ScoredImages images)
    {
        int[] mistakes = [.. Enumerable.Range(0, images.Count).Where(image => !images.IsCorrect(image))
            .GroupBy(image => (images.Labels[image], images.PredictedClasses[image]))
            .SelectMany(cell => cell.OrderByDescending(images.ConfidenceOf).Take(MostPerCell))
            .OrderByDescending(images.ConfidenceOf).Take(MostMistakes)];
        IEnumerable<int> hits = Enumerable.Range(0, images.Count).Where(images.IsCorrect);
        return new ImagePool(images, [.. mistakes, .. EvenSample.Choose(images, hits, Math.Max(LeastHits, Target - mistakes.Length))]);
    }

    /// <summary>One image of the scored ones.</summary>
    public static GrayImage Picture(ScoredImages images, int index) => new(Width(images), Height(images), images.PixelsOf(index).ToArray());

    /// <summary>All images on one sheet, row by row.</summary>
    public GrayImage Sheet()
    {
        int width = Width(Images), height = Height(Images), stride = Columns * width;
        int rows = Math.Max(1, (Indices.Count + Columns - 1) / Columns);
        var sheet = new byte[stride * rows * height];
        for (int place = 0; place < Indices.Count; place++)
        {
            ReadOnlySpan<byte> pixels = Images.PixelsOf(Indices[place]);
            int corner = ((place / Columns * height) * stride) + (place % Columns * width);
            for (int row = 0; row < height; row++)
                pixels.Slice(row * width, width).CopyTo(sheet.AsSpan(corner + (row * stride)));
        }

        return new GrayImage(stride, rows * height, sheet);
    }

    private static int Width(ScoredImages images) => images.ImageShape!.Value.Width;

    private static int Height(ScoredImages images) => images.ImageShape!.Value.Height;
}
