using System.Diagnostics;
using MlNetDigits.Images;
using NetVips;

namespace MlNetDigits.Tests.Images;

[CollectionDefinition(nameof(ImageDecoderMemoryTests), DisableParallelization = true)]
[Collection(nameof(ImageDecoderMemoryTests))]
public sealed class ImageDecoderMemoryTests
{
    private static readonly byte[] Png = Encoder.Encode("png", 64, 64, 1, ImageDecoderTests.Ramp(64, 64));
    private static readonly byte[] Jpeg = Encoder.Encode("jpeg", 64, 64, 1, ImageDecoderTests.Ramp(64, 64));

    [Fact]
    public void Decode_ManyThreads_AllAgreeAndNothingLeaks()
    {
        var expected = Decode(Png).Pixels;
        Run(200, expected);
        var (tracked, resident) = (Stats.Mem, Resident());

        Run(2000, expected);

        // A forgotten reference costs 50 KB per image: 300 MB here.
        // libvips's worker threads give their own buffers back shortly after the caller has its image.
        SpinWait.SpinUntil(() => Stats.Mem <= tracked, TimeSpan.FromSeconds(10));
        Assert.InRange(Stats.Mem, 0, tracked);
        Assert.InRange(Resident() - resident, -(1L << 40), 60 << 20);
    }

    private static void Run(int count, byte[] expected) => Parallel.For(0, count, _ =>
    {
        Assert.Equal(expected, Decode(Png).Pixels);
        Assert.Equal(64, Decode(Jpeg).Width);
        Assert.Throws<InvalidDataException>(() => Decode(Png[..(Png.Length / 2)]));
    });

    private static long Resident()
    {
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }

    private static GrayImage Decode(byte[] encoded) => ImageDecoder.Decode(new MemoryStream(encoded));
}
