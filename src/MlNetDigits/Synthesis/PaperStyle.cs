namespace MlNetDigits.Synthesis;

/// <summary>What synthetic paper has besides the writing.</summary>
public enum PaperStyle
{
    /// <summary>Nothing else.</summary>
    Plain,

    /// <summary>Spots and grain in the paper.</summary>
    Grain,

    /// <summary>Parallel lines through the whole picture.</summary>
    Ruled,

    /// <summary>Squares through the whole picture.</summary>
    Squared,

    /// <summary>One to four sides of a cell around the writing, maybe turned or broken.</summary>
    FormCell,

    /// <summary>A line below the writing.</summary>
    Underlined,

    /// <summary>Dark strips along edges.</summary>
    Sliver,

    /// <summary>Rounded dark corners.</summary>
    DarkCorners,

    /// <summary>Strokes of a neighbour, cut by the border.</summary>
    Neighbour,

    /// <summary>Lines of one pixel along the border, as screenshots have.</summary>
    Frame,

    /// <summary>Fine wavy lines, as cheques have.</summary>
    Waves,

    /// <summary>Pale small writing that was rubbed out or shows through.</summary>
    Ghost,
}
