using Microsoft.ML;
using Microsoft.ML.Data;

namespace MlNetDigits.Views;

/// <summary>The columns of views of images: pixels, and labels as keys that know their names.</summary>
internal static class ImageColumns
{
    /// <summary>Pixels of one image: 28 rows of 28.</summary>
    public const int PixelCount = 784;

    /// <summary>Name of the column of raw pixels.</summary>
    public const string Pixels = "Pixels";

    /// <summary>Name of the column of labels.</summary>
    public const string Label = "Label";

    /// <summary>Makes the schema of images of some classes.</summary>
    /// <param name="classNames">Names of all classes, at least one; class c has raw key c + 1.</param>
    public static DataViewSchema Of(IReadOnlyList<string> classNames)
    {
        var annotations = new DataViewSchema.Annotations.Builder();
        ReadOnlyMemory<char>[] names = [.. classNames.Select(name => name.AsMemory())];
        annotations.Add("KeyValues", new VectorDataViewType(TextDataViewType.Instance, names.Length), (ref VBuffer<ReadOnlyMemory<char>> value) => CopyTo(ref value, names));
        var builder = new DataViewSchema.Builder();
        builder.AddColumn(Pixels, new VectorDataViewType(NumberDataViewType.Single, PixelCount));
        builder.AddColumn(Label, new KeyDataViewType(typeof(uint), names.Length), annotations.ToAnnotations());
        return builder.ToSchema();
    }

    private static void CopyTo(ref VBuffer<ReadOnlyMemory<char>> value, ReadOnlySpan<ReadOnlyMemory<char>> names)
    {
        VBufferEditor<ReadOnlyMemory<char>> editor = VBufferEditor.Create(ref value, names.Length);
        names.CopyTo(editor.Values);
        value = editor.Commit();
    }
}
