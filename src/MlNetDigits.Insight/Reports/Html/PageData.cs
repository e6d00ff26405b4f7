using System.Text.Json;
using MlNetDigits.Evaluation;
using MlNetDigits.Images;

namespace MlNetDigits.Reports.Html;

/// <summary>What the script needs: class names, and the pooled images with their likeliest classes.</summary>
internal static class PageData
{
    /// <summary>Writes a block of JSON; its encoder leaves no character that could end the block.</summary>
    public static Markup Create(ImagePool pool)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
            Write(json, pool);
        return Markup.Of($"""
            {DigitFigure.Template()}<script type="application/json" id="data">{Markup.Trusted(System.Text.Encoding.UTF8.GetString(buffer.ToArray()))}</script>

            """);
    }

    private static void Write(Utf8JsonWriter json, ImagePool pool)
    {
        ScoredImages images = pool.Images;
        json.WriteStartObject();
        json.WriteStartArray("names");
        foreach (string name in images.ClassNames) json.WriteStringValue(name);
        json.WriteEndArray();
        json.WriteNumber("width", images.ImageShape!.Value.Width);
        json.WriteNumber("height", images.ImageShape!.Value.Height);
        json.WriteNumber("columns", pool.Columns);
        json.WriteString("sheet", PngEncoder.ToDataUri(PngEncoder.Encode(pool.Sheet())));
        Dictionary<string, int> places = images.ClassNames.Index().ToDictionary(name => name.Item, name => name.Index);
        json.WriteStartArray("images");
        foreach (int index in pool.Indices) WriteImage(json, images, places, index);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>An array for short: place, true class, then the likeliest classes, each followed by its tenths of a percent.</summary>
    private static void WriteImage(Utf8JsonWriter json, ScoredImages images, Dictionary<string, int> places, int index)
    {
        json.WriteStartArray();
        json.WriteNumberValue(index);
        json.WriteNumberValue(images.Labels[index]);
        foreach (ClassProbability best in ImageRanking.Describe(images, index).Top)
        {
            json.WriteNumberValue(places[best.Name]);
            json.WriteNumberValue((int)Math.Round(best.Probability * 1000));
        }

        json.WriteEndArray();
    }
}
