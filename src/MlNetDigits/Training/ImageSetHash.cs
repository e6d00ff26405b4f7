using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using MlNetDigits.Networks.Training;

namespace MlNetDigits.Training;

/// <summary>Names training data by its content, however it is held in memory.</summary>
internal static class ImageSetHash
{
    /// <summary>SHA-256 over each row: its class as int32, then its pixels as float32, all little-endian.</summary>
    /// <param name="images">The rows, in order.</param>
    /// <returns>64 lower-case hexadecimal digits.</returns>
    public static string Compute(ImageSet images)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var row = new byte[sizeof(int) + images.Shape.Size * sizeof(float)];
        var pixels = new float[images.Shape.Size];
        for (int i = 0; i < images.Count; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(row, images.Label(i));
            images.CopyTo(i, pixels);
            if (BitConverter.IsLittleEndian) MemoryMarshal.AsBytes(pixels.AsSpan()).CopyTo(row.AsSpan(sizeof(int)));
            else for (int pixel = 0; pixel < pixels.Length; pixel++) BinaryPrimitives.WriteSingleLittleEndian(row.AsSpan((pixel + 1) * sizeof(float)), pixels[pixel]);
            hash.AppendData(row);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
