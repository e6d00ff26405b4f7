namespace MlNetDigits.Charts.Notebooks;

/// <summary>Writes pictures in one MIME type.</summary>
internal sealed class SvgPictureFormatter(string mimeType, Func<SvgPicture, string> format)
{
    /// <summary>What is written.</summary>
    public string MimeType { get; } = mimeType;

    /// <summary>Writes a picture, and nothing else.</summary>
    /// <returns>Whether it was one.</returns>
    public bool Format(object instance, TextWriter writer)
    {
        if (instance is not SvgPicture picture) return false;
        writer.Write(format(picture));
        return true;
    }
}
