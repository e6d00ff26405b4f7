namespace MlNetDigits.Charts;

/// <summary>Which of a chart's two sets of colours is drawn.</summary>
public enum ChartTheme
{
    /// <summary>Dark marks on white.</summary>
    Light,

    /// <summary>Light marks on near-black.</summary>
    Dark,
}
