using System.Runtime.InteropServices;

namespace MlNetDigits.Images.Libvips;

/// <summary>The functions of libvips and GLib that are called; none is variadic.</summary>
internal static unsafe partial class VipsNative
{
    /// <summary>GLib's numbers of its own types: 5 and 15, shifted as its macro does.</summary>
    public const nuint BooleanType = 5 << 2, DoubleType = 15 << 2;

    [LibraryImport(VipsLibrary.Name, EntryPoint = "vips_init", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Init(string program);

    [LibraryImport(VipsLibrary.Name, EntryPoint = "vips_cache_set_max")]
    public static partial void SetCacheMaximum(int operations);

    [LibraryImport(VipsLibrary.Name, EntryPoint = "vips_concurrency_set")]
    public static partial void SetConcurrency(int threads);

    [LibraryImport(VipsLibrary.Name, EntryPoint = "vips_block_untrusted_set")]
    public static partial void BlockUntrusted(int state);

    [LibraryImport(VipsLibrary.Name, EntryPoint = "vips_operation_block_set", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void Block(string operation, int state);

    [LibraryImport(VipsLibrary.Name, EntryPoint = "vips_tracked_get_mem")]
    public static partial nuint TrackedMemory();

    [LibraryImport(VipsLibrary.Name, EntryPoint = "vips_error_buffer_copy")]
    private static partial nint CopyError();

    [LibraryImport(VipsLibrary.Name, EntryPoint = "vips_foreign_find_load_buffer")]
    public static partial nint FindLoader(byte* data, nuint length);

    [LibraryImport(VipsLibrary.Name, EntryPoint = "vips_operation_new")]
    public static partial nint NewOperation(byte* name);

    [LibraryImport(VipsLibrary.Name, EntryPoint = "vips_cache_operation_build")]
    public static partial nint BuildOperation(nint operation);

    [LibraryImport(VipsLibrary.Name, EntryPoint = "vips_object_unref_outputs")]
    public static partial void UnrefOutputs(nint operation);

    [LibraryImport(VipsLibrary.Name, EntryPoint = "vips_blob_new")]
    public static partial nint NewBlob(nint free, byte* data, nuint length);

    [LibraryImport(VipsLibrary.Name, EntryPoint = "vips_area_unref")]
    public static partial void UnrefArea(nint area);

    [LibraryImport(VipsLibrary.Name, EntryPoint = "vips_blob_get")]
    public static partial nint BlobData(nint blob, out nuint length);

    [LibraryImport(VipsLibrary.Name, EntryPoint = "vips_blob_get_type")]
    public static partial nuint BlobType();

    [LibraryImport(VipsLibrary.Name, EntryPoint = "vips_image_get_type")]
    public static partial nuint ImageType();

    [LibraryImport(VipsLibrary.Name, EntryPoint = "vips_fail_on_get_type")]
    public static partial nuint FailOnType();

    [LibraryImport(VipsLibrary.Name, EntryPoint = "vips_access_get_type")]
    public static partial nuint AccessType();

    [LibraryImport(VipsLibrary.Name, EntryPoint = "vips_interpretation_get_type")]
    public static partial nuint InterpretationType();

    [LibraryImport(VipsLibrary.Name, EntryPoint = "vips_band_format_get_type")]
    public static partial nuint BandFormatType();

    [LibraryImport(VipsLibrary.Name, EntryPoint = "vips_image_new_from_memory_copy")]
    public static partial nint NewImage(byte* data, nuint length, int width, int height, int bands, int format);

    [LibraryImport(VipsLibrary.Name, EntryPoint = "vips_image_get_width")]
    public static partial int Width(VipsImage image);

    [LibraryImport(VipsLibrary.Name, EntryPoint = "vips_image_get_height")]
    public static partial int Height(VipsImage image);

    [LibraryImport(VipsLibrary.Name, EntryPoint = "vips_image_get_bands")]
    public static partial int Bands(VipsImage image);

    [LibraryImport(VipsLibrary.Name, EntryPoint = "vips_image_get_format")]
    public static partial int Format(VipsImage image);

    [LibraryImport(VipsLibrary.Name, EntryPoint = "vips_image_get_interpretation")]
    public static partial int Interpretation(VipsImage image);

    [LibraryImport(VipsLibrary.Name, EntryPoint = "vips_image_get_orientation")]
    public static partial int Orientation(VipsImage image);

    [LibraryImport(VipsLibrary.Name, EntryPoint = "vips_colourspace_issupported")]
    public static partial int HasKnownColours(VipsImage image);

    [LibraryImport(VipsLibrary.Name, EntryPoint = "vips_image_write_to_memory")]
    public static partial nint WriteToMemory(VipsImage image, out nuint length);

    [LibraryImport(VipsLibrary.Name, EntryPoint = "g_free")]
    public static partial void Free(nint memory);

    [LibraryImport(VipsLibrary.Name, EntryPoint = "g_object_unref")]
    public static partial void Unref(nint instance);

    [LibraryImport(VipsLibrary.Name, EntryPoint = "g_object_set_property")]
    public static partial void SetProperty(nint instance, byte* name, GValue* value);

    [LibraryImport(VipsLibrary.Name, EntryPoint = "g_object_get_property")]
    public static partial void GetProperty(nint instance, byte* name, GValue* value);

    [LibraryImport(VipsLibrary.Name, EntryPoint = "g_value_init")]
    public static partial GValue* InitValue(GValue* value, nuint type);

    [LibraryImport(VipsLibrary.Name, EntryPoint = "g_value_unset")]
    public static partial void UnsetValue(GValue* value);

    [LibraryImport(VipsLibrary.Name, EntryPoint = "g_value_set_enum")]
    public static partial void SetEnum(GValue* value, int number);

    [LibraryImport(VipsLibrary.Name, EntryPoint = "g_value_set_double")]
    public static partial void SetDouble(GValue* value, double number);

    [LibraryImport(VipsLibrary.Name, EntryPoint = "g_value_set_boolean")]
    public static partial void SetBoolean(GValue* value, int number);

    [LibraryImport(VipsLibrary.Name, EntryPoint = "g_value_set_object")]
    public static partial void SetObject(GValue* value, VipsImage image);

    [LibraryImport(VipsLibrary.Name, EntryPoint = "g_value_set_boxed")]
    public static partial void SetBoxed(GValue* value, nint boxed);

    [LibraryImport(VipsLibrary.Name, EntryPoint = "g_value_get_boxed")]
    public static partial nint GetBoxed(GValue* value);

    [LibraryImport(VipsLibrary.Name, EntryPoint = "g_value_dup_object")]
    public static partial nint DuplicateObject(GValue* value);

    [LibraryImport(VipsLibrary.Name, EntryPoint = "g_log_set_handler", StringMarshalling = StringMarshalling.Utf8)]
    public static partial uint SetLogHandler(string domain, int levels, delegate* unmanaged[Cdecl]<nint, int, nint, nint, void> handler, nint data);

    /// <summary>What libvips wrote about failures since the last call; threads share it.</summary>
    public static string TakeError()
    {
        var text = CopyError();
        try
        {
            return Marshal.PtrToStringUTF8(text)?.Trim().ReplaceLineEndings("; ") ?? "";
        }
        finally
        {
            Free(text);
        }
    }
}
