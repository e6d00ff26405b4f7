using System.Numerics;
using Microsoft.ML.Data;

namespace Microsoft.ML.Transforms;

/// <summary>Finds the range of numbers of one type; NaN does not count.</summary>
internal sealed class RangeFinder<T> : RangeFinder where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly bool _isVector;
    private readonly T[] _least;
    private readonly T[] _greatest;

    public RangeFinder(DataViewType type)
    {
        _isVector = type is VectorDataViewType;
        _least = new T[type.GetValueCount()];
        _greatest = new T[_least.Length];
        Array.Fill(_least, T.PositiveInfinity);
        Array.Fill(_greatest, T.NegativeInfinity);
    }

    public override Action Bind(DataViewRow row, DataViewSchema.Column column)
    {
        if (!_isVector)
        {
            var scalar = row.GetGetter<T>(column);
            T value = default;
            return () =>
            {
                scalar(ref value);
                Update(0, value);
            };
        }
        var getter = row.GetGetter<VBuffer<T>>(column);
        VBuffer<T> buffer = default;
        var dense = new T[_least.Length];
        return () =>
        {
            getter(ref buffer);
            buffer.CopyTo(dense);
            for (var i = 0; i < dense.Length; i++)
                Update(i, dense[i]);
        };
    }

    public override AffineFunction ToFunction(bool fixZero)
    {
        var scale = new T[_least.Length];
        var offset = new T[_least.Length];
        for (var i = 0; i < scale.Length; i++)
        {
            // What is the same in all rows tells nothing and becomes 0.
            if (!(_greatest[i] > _least[i]))
                continue;
            if (fixZero)
                scale[i] = T.One / T.Max(T.Abs(_least[i]), T.Abs(_greatest[i]));
            else
                (scale[i], offset[i]) = (T.One / (_greatest[i] - _least[i]), _least[i]);
        }
        return new AffineFunction<T>(_isVector, scale, Array.TrueForAll(offset, T.IsZero) ? null : offset);
    }

    private void Update(int slot, T value)
    {
        if (value < _least[slot])
            _least[slot] = value;
        if (value > _greatest[slot])
            _greatest[slot] = value;
    }
}
