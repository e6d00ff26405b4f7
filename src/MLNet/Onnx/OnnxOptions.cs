namespace Microsoft.ML.Transforms.Onnx;

/// <summary>How an ONNX model is applied to columns.</summary>
public sealed class OnnxOptions
{
    /// <summary>The model file's path.</summary>
    public string ModelFile;

    /// <summary>The columns to read, named as the model's inputs. <value>null: all inputs.</value></summary>
    public string[] InputColumns;

    /// <summary>The columns to add, named as the model's outputs. <value>null: all outputs.</value></summary>
    public string[] OutputColumns;

    /// <summary>The GPU to run on. <value>null: as the context says.</value></summary>
    public int? GpuDeviceId;

    /// <summary>Whether to run on the processor when the GPU fails. <value>false</value></summary>
    public bool FallbackToCpu;

    /// <summary>Shapes by input or output name that replace the model's own. <value>null</value></summary>
    public IDictionary<string, int[]> ShapeDictionary;

    /// <summary>How deep the model file may nest. <value>100</value></summary>
    public int RecursionLimit = 100;

    /// <summary>Threads that run operators side by side. <value>null: ONNX Runtime's choice.</value></summary>
    public int? InterOpNumThreads;

    /// <summary>Threads that share one operator's work. <value>null: one per core.</value></summary>
    public int? IntraOpNumThreads;
}
