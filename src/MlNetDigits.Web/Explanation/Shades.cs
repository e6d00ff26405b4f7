using System.Numerics.Tensors;

namespace MlNetDigits.Web.Explanation;

/// <summary>Turns values into shades of a byte each.</summary>
internal static class Shades
{
    /// <summary>Scales values so that the largest is 255; negative ones are 0.</summary>
    public static byte[] Of(ReadOnlySpan<float> values)
    {
        var largest = values.IsEmpty ? 0 : TensorPrimitives.Max(values);
        var shades = new byte[values.Length];
        if (largest > 0)
        {
            for (var i = 0; i < shades.Length; i++)
                shades[i] = (byte)MathF.Round(255 * MathF.Max(values[i], 0) / largest);
        }

        return shades;
    }
}
