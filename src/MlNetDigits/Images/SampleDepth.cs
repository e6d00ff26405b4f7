namespace MlNetDigits.Images;

/// <summary>How many bits samples of 16 use: cameras, scanners and programs often leave the upper ones empty.</summary>
internal static class SampleDepth
{
    /// <summary>Bits that hold the largest sample: 8, 10, 12, 14 or 16.</summary>
    public static int Of(int largest)
    {
        var bits = 8;
        while (largest >> bits != 0)
            bits += 2;
        return bits;
    }
}
