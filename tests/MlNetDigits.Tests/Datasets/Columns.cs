namespace MlNetDigits.Tests.Datasets;

/// <summary>Puts fields into rows of tables.</summary>
internal static class Columns
{
    public static List<string> With(this List<string> fields, int place, string field)
    {
        fields.Insert(Math.Min(place, fields.Count), field);
        return fields;
    }
}
