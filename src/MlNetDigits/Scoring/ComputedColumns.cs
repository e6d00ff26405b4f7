using Microsoft.ML.Data;

namespace MlNetDigits.Scoring;

/// <summary>The columns that a step adds to the row it stands on.</summary>
internal abstract class ComputedColumns : IDisposable
{
    /// <summary>Gives the getter of an added column by its name.</summary>
    public abstract Delegate GetterOf(string column);

    /// <summary>Follows the row to the next one.</summary>
    public virtual void MoveNext()
    {
    }

    public virtual void Dispose()
    {
    }

    /// <summary>Copies values into a buffer, which is reused where it is large enough.</summary>
    protected static void Write<T>(ref VBuffer<T> value, ReadOnlySpan<T> values)
    {
        VBufferEditor<T> editor = VBufferEditor.Create(ref value, values.Length);
        values.CopyTo(editor.Values);
        value = editor.Commit();
    }
}
