namespace MlNetDigits.Networks.Onnx;

internal sealed partial class ModelProto
{
    /// <summary>Whether there are fields that onnx.proto leaves out.</summary>
    public bool HasUnknownFields => _unknownFields is not null;
}
