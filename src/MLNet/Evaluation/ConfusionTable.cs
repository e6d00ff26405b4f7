using System.Globalization;
using System.Text;

namespace Microsoft.ML.Data;

/// <summary>Lays a confusion matrix out as text: actual classes in rows, predicted ones in columns.</summary>
internal static class ConfusionTable
{
    private const string Corner = "PREDICTED";

    public static string Format(ConfusionMatrix matrix, string[] names)
    {
        var classes = matrix.NumberOfClasses;
        var width = classes == 2 ? 8 : 5;
        var longest = names.Max(name => name.Length);
        var numbered = longest > width;
        var digits = (classes - 1).ToString(CultureInfo.CurrentCulture).Length;
        var margin = Math.Max(Corner.Length, numbered ? digits + 2 + longest : longest);
        var rule = string.Concat(Enumerable.Repeat(classes > 2 ? "========" : "===========", classes));

        var table = new StringBuilder();
        table.AppendLine().AppendLine("Confusion table");
        table.Append(Margin("")).AppendLine(rule);
        table.Append(Margin(Corner));
        for (var i = 0; i < classes; i++)
            table.Append(' ').Append((numbered ? Text(i) : names[i]).PadLeft(width)).Append(" |");
        table.AppendLine(" Recall");
        table.Append(Margin("TRUTH")).AppendLine(rule);
        for (var i = 0; i < classes; i++)
        {
            var label = numbered ? $"{Text(i).PadLeft(digits)}. {names[i].PadLeft(margin - digits - 2)}" : names[i].PadLeft(margin);
            table.Append(label).Append(" ||");
            foreach (var count in matrix.Counts[i])
                table.Append(' ').Append(count.ToString("N0", CultureInfo.CurrentCulture).PadLeft(width)).Append(" |");
            table.Append(' ').AppendLine(matrix.PerClassRecall[i].ToString("F4", CultureInfo.CurrentCulture).PadLeft(5));
        }
        table.Append(Margin("")).AppendLine(rule);
        table.Append(Margin("Precision"));
        foreach (var precision in matrix.PerClassPrecision)
            table.Append(precision.ToString("N4", CultureInfo.CurrentCulture).PadLeft(width + 1)).Append(" |");
        return table.AppendLine().ToString();

        string Margin(string title) => $"{title.PadRight(margin)} ||";
    }

    private static string Text(int number) => number.ToString(CultureInfo.CurrentCulture);
}
