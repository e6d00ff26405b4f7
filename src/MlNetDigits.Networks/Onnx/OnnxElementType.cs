namespace MlNetDigits.Networks.Onnx;

/// <summary>Element types of ONNX tensors, with the numbers the format gives them.</summary>
public enum OnnxElementType
{
    /// <summary>No element type is given, as for sequences and maps.</summary>
    Undefined = 0,

    /// <summary>IEEE single precision, 4 bytes an element.</summary>
    Float = 1,

    /// <summary>Unsigned 8-bit integer.</summary>
    UInt8 = 2,

    /// <summary>Signed 8-bit integer.</summary>
    Int8 = 3,

    /// <summary>Unsigned 16-bit integer.</summary>
    UInt16 = 4,

    /// <summary>Signed 16-bit integer.</summary>
    Int16 = 5,

    /// <summary>Signed 32-bit integer.</summary>
    Int32 = 6,

    /// <summary>Signed 64-bit integer.</summary>
    Int64 = 7,

    /// <summary>Text in UTF-8, kept as strings rather than raw bytes.</summary>
    String = 8,

    /// <summary>Truth value, one byte an element.</summary>
    Bool = 9,

    /// <summary>IEEE half precision, 2 bytes an element.</summary>
    Float16 = 10,

    /// <summary>IEEE double precision, 8 bytes an element.</summary>
    Double = 11,

    /// <summary>Unsigned 32-bit integer.</summary>
    UInt32 = 12,

    /// <summary>Unsigned 64-bit integer.</summary>
    UInt64 = 13,
}
