using Microsoft.ML.Data;
using Microsoft.ML.Data.IO;

namespace Microsoft.ML.Transforms;

/// <summary>Takes an offset from the numbers of a column and multiplies them by a scale.</summary>
internal abstract class AffineFunction
{
    /// <summary>Whether the function fits a column of that type.</summary>
    public abstract bool Fits(DataViewType type);

    /// <summary>Makes the getter of the scaled numbers of a column.</summary>
    public abstract Delegate MakeGetter(DataViewRow row, DataViewSchema.Column column);

    /// <summary>Scale and offset for the public.</summary>
    public abstract NormalizingTransformer.NormalizerModelParametersBase ToParameters();

    /// <summary>Writes type, scale and offset.</summary>
    public abstract void Save(BinaryWriter writer);

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    public static AffineFunction Load(ModelLoadContext context)
    {
        var type = TypeCodec.Read(context.Reader);
        return type == NumberDataViewType.Single ? AffineFunction<float>.LoadCore(context)
            : type == NumberDataViewType.Double ? AffineFunction<double>.LoadCore(context)
            : throw context.Invalid($"numbers of type {type} cannot be normalized");
    }
}
