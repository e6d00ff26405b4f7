using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Microsoft.ML.Transforms.Onnx;

internal static class OnnxTensors
{
    /// <summary>A tensor over the start of a pinned array, which must outlive it.</summary>
    public static OrtValue Over<T>(T[] pinned, long[] shape) where T : unmanaged => OrtValue.CreateTensorValueWithData(
        OrtMemoryInfo.DefaultInstance,
        TensorBase.GetTypeInfo(typeof(T)).ElementType,
        shape,
        Marshal.UnsafeAddrOfPinnedArrayElement(pinned, 0),
        Buffer.ByteLength(pinned));
}
