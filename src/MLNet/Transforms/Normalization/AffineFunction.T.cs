using System.Collections.Immutable;
using System.Numerics;
using Microsoft.ML.Data;
using Microsoft.ML.Data.IO;

namespace Microsoft.ML.Transforms;

/// <summary>Computes (x - offset) * scale, slot by slot.</summary>
/// <param name="isVector">Whether the column is a vector.</param>
/// <param name="scale">The factor of each slot.</param>
/// <param name="offset">What is taken from each slot, or null for nothing.</param>
internal sealed class AffineFunction<T>(bool isVector, T[] scale, T[] offset) : AffineFunction where T : unmanaged, IFloatingPointIeee754<T>
{
    public override bool Fits(DataViewType type) =>
        type.GetItemType().RawType == typeof(T) && type is VectorDataViewType == isVector && type.GetValueCount() == scale.Length;

    public override Delegate MakeGetter(DataViewRow row, DataViewSchema.Column column)
    {
        if (!isVector)
        {
            var scalar = row.GetGetter<T>(column);
            var (factor, shift) = (scale[0], offset is null ? T.Zero : offset[0]);
            return (ValueGetter<T>)((ref T value) =>
            {
                scalar(ref value);
                value = (value - shift) * factor;
            });
        }
        var getter = row.GetGetter<VBuffer<T>>(column);
        VBuffer<T> source = default;
        return (ValueGetter<VBuffer<T>>)((ref VBuffer<T> value) =>
        {
            getter(ref source);
            if (source.IsDense || offset is not null)
                ScaleDense(in source, ref value);
            else
                ScaleSparse(in source, ref value);
        });
    }

    public override NormalizingTransformer.NormalizerModelParametersBase ToParameters() => isVector
        ? new NormalizingTransformer.AffineNormalizerModelParameters<ImmutableArray<T>>(ImmutableArray.Create(scale), ImmutableArray.Create(offset ?? []))
        : new NormalizingTransformer.AffineNormalizerModelParameters<T>(scale[0], offset is null ? T.Zero : offset[0]);

    public override void Save(BinaryWriter writer)
    {
        TypeCodec.Write(writer, DataViewTypeExtensions.PrimitiveFromRaw(typeof(T)));
        writer.Write(isVector);
        Write(writer, scale);
        Write(writer, offset ?? []);
    }

    internal static AffineFunction<T> LoadCore(ModelLoadContext context)
    {
        var isVector = context.Reader.ReadBoolean();
        var scale = Read(context);
        var offset = Read(context);
        if (scale.Length == 0 || !isVector && scale.Length > 1 || offset.Length != 0 && offset.Length != scale.Length)
            throw context.Invalid($"{scale.Length} factors do not go with {offset.Length} offsets");
        return new AffineFunction<T>(isVector, scale, offset.Length == 0 ? null : offset);
    }

    private void ScaleDense(in VBuffer<T> source, ref VBuffer<T> value)
    {
        var editor = VBufferEditor.Create(ref value, source.Length);
        var target = editor.Values;
        source.CopyTo(target);
        for (var i = 0; offset is not null && i < target.Length; i++)
            target[i] -= offset[i];
        for (var i = 0; i < target.Length; i++)
            target[i] *= scale[i];
        value = editor.Commit();
    }

    private void ScaleSparse(in VBuffer<T> source, ref VBuffer<T> value)
    {
        source.CopyTo(ref value);
        var editor = VBufferEditor.CreateFromBuffer(ref value);
        for (var i = 0; i < editor.Values.Length; i++)
            editor.Values[i] *= scale[editor.Indices[i]];
        value = editor.Commit();
    }

    private static void Write(BinaryWriter writer, T[] numbers)
    {
        writer.Write(numbers.Length);
        ItemCodec<T>.Instance.Write(writer, numbers);
    }

    private static T[] Read(ModelLoadContext context)
    {
        var numbers = new T[context.ReadCount()];
        ItemCodec<T>.Instance.Read(context.Reader, numbers);
        return numbers;
    }
}
