namespace MlNetDigits.Networks.Onnx;

/// <summary>Kinds of attribute values, with the numbers the ONNX format gives them.</summary>
public enum OnnxAttributeKind
{
    /// <summary>A kind this model does not interpret, such as a subgraph; kept as it is.</summary>
    Other = 0,

    /// <summary>One float.</summary>
    Float = 1,

    /// <summary>One 64-bit integer.</summary>
    Int = 2,

    /// <summary>One text.</summary>
    String = 3,

    /// <summary>One constant tensor.</summary>
    Tensor = 4,

    /// <summary>A list of floats.</summary>
    Floats = 6,

    /// <summary>A list of 64-bit integers.</summary>
    Ints = 7,

    /// <summary>A list of texts.</summary>
    Strings = 8,
}
