namespace MlNetDigits.Networks.Onnx;

internal sealed partial class GraphProto
{
    /// <summary>Whether there are fields that onnx.proto leaves out.</summary>
    public bool HasUnknownFields => _unknownFields is not null;
}
