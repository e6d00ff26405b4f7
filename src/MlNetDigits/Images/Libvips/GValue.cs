using System.Runtime.InteropServices;

namespace MlNetDigits.Images.Libvips;

/// <summary>GLib's typed value: a type and two words of content.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct GValue
{
    private nuint _type;
    private ulong _first;
    private ulong _second;
}
