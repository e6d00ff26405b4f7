using System.Runtime.InteropServices;

namespace MlNetDigits.Images.Libvips;

/// <summary>One reference to an image of libvips, given back when disposed.</summary>
internal sealed class VipsImage : SafeHandle
{
    /// <param name="image">Pointer whose reference this object takes over.</param>
    public VipsImage(nint image) : base(0, ownsHandle: true) => SetHandle(image);

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        VipsNative.Unref(handle);
        return true;
    }
}
