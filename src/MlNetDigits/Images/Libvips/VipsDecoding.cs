namespace MlNetDigits.Images.Libvips;

/// <summary>The steps from an encoded image to grey pixels.</summary>
internal static unsafe class VipsDecoding
{
    private const int FailOnError = 2;
    private const int SequentialAccess = 1;
    private const int BlackAndWhite = 1;
    private const int UnsignedByte = 0;

    /// <summary>Decodes; the message of an error names the image and the mend.</summary>
    public static GrayImage Decode(ReadOnlySpan<byte> encoded, string name, long maximumPixels)
    {
        if (encoded.IsEmpty)
            throw new InvalidDataException($"'{name}' is empty. Save the image again.");

        fixed (byte* data = encoded)
        {
            var loader = VipsNative.FindLoader(data, (nuint)encoded.Length);
            if (loader == 0 || IsVector(loader))
            {
                VipsNative.TakeError();
                throw new InvalidDataException($"'{name}' is not an image of a known format. Save it as PNG, JPEG, WebP, GIF or TIFF.");
            }

            try
            {
                using var image = Load(loader, data, (nuint)encoded.Length);
                CheckSize(image, name, maximumPixels);
                if (VipsNative.HasKnownColours(image) == 0)
                    throw new InvalidDataException($"'{name}' has {VipsNative.Bands(image)} channels of unknown meaning. Save it as grey, RGB or CMYK.");
                using var gray = Convert(image);
                var pixels = Read(gray, out var bands);
                var flat = AlphaBlend.Flatten(pixels, bands);
                return ExifOrientation.Apply(new GrayImage(VipsNative.Width(gray), VipsNative.Height(gray), flat), VipsNative.Orientation(image));
            }
            catch (VipsException exception)
            {
                throw new InvalidDataException($"'{name}' is a damaged or cut-off image. Save it again.", exception);
            }
        }
    }

    private static bool IsVector(nint loader) =>
        System.Runtime.InteropServices.Marshal.PtrToStringUTF8(loader)!.Contains("svg", StringComparison.OrdinalIgnoreCase);

    private static VipsImage Load(nint loader, byte* data, nuint length)
    {
        var name = System.Runtime.InteropServices.MemoryMarshal.CreateReadOnlySpanFromNullTerminated((byte*)loader);
        using var operation = new VipsOperation(name);
        return operation
            .Set("buffer\0"u8, data, length)
            .Set("fail_on\0"u8, VipsNative.FailOnType(), FailOnError)
            .Set("access\0"u8, VipsNative.AccessType(), SequentialAccess)
            .Run()
            .Image("out\0"u8);
    }

    private static void CheckSize(VipsImage image, string name, long maximumPixels)
    {
        var (width, height) = (VipsNative.Width(image), VipsNative.Height(image));
        if ((long)width * height > maximumPixels)
            throw new InvalidDataException($"'{name}' has {width}x{height} = {(long)width * height} pixels, the limit is {maximumPixels}. Make the image smaller or raise ImageDecoderOptions.MaximumPixels.");
    }

    private static VipsImage Convert(VipsImage image)
    {
        using var colourspace = new VipsOperation("colourspace\0"u8);
        using var gray = colourspace
            .Set("in\0"u8, image)
            .Set("space\0"u8, VipsNative.InterpretationType(), BlackAndWhite)
            .Run()
            .Image("out\0"u8);
        using var cast = new VipsOperation("cast\0"u8);
        return cast
            .Set("in\0"u8, gray)
            .Set("format\0"u8, VipsNative.BandFormatType(), UnsignedByte)
            .Run()
            .Image("out\0"u8);
    }

    private static byte[] Read(VipsImage image, out int bands)
    {
        var memory = VipsNative.WriteToMemory(image, out var length);
        if (memory == 0)
            throw new VipsException(VipsNative.TakeError());
        try
        {
            bands = VipsNative.Bands(image);
            return new ReadOnlySpan<byte>((void*)memory, checked((int)length)).ToArray();
        }
        finally
        {
            VipsNative.Free(memory);
        }
    }
}
