using Microsoft.ML.Transforms.Onnx;

namespace Microsoft.ML;

/// <summary>Steps that score columns with ONNX models.</summary>
public static class OnnxCatalog
{
    /// <summary>Scores columns named as the model's inputs into columns named as its outputs.</summary>
    /// <param name="catalog">The catalog of steps.</param>
    /// <param name="modelFile">The model file's path.</param>
    /// <param name="gpuDeviceId">The GPU to run on. <value>null: as the context says.</value></param>
    /// <param name="fallbackToCpu">Whether to run on the processor when the GPU fails.</param>
    /// <exception cref="IOException">The file is missing.</exception>
    /// <exception cref="InvalidOperationException">The model is damaged or cannot be run.</exception>
    public static OnnxScoringEstimator ApplyOnnxModel(this TransformsCatalog catalog, string modelFile, int? gpuDeviceId = null, bool fallbackToCpu = false) =>
        FromFile(catalog, null, null, modelFile, gpuDeviceId, fallbackToCpu, null);

    /// <inheritdoc cref="ApplyOnnxModel(TransformsCatalog, string, int?, bool)"/>
    /// <param name="catalog">The catalog of steps.</param>
    /// <param name="modelFile">The model file's path.</param>
    /// <param name="shapeDictionary">Shapes by input or output name that replace the model's own.</param>
    /// <param name="gpuDeviceId">The GPU to run on. <value>null: as the context says.</value></param>
    /// <param name="fallbackToCpu">Whether to run on the processor when the GPU fails.</param>
    public static OnnxScoringEstimator ApplyOnnxModel(this TransformsCatalog catalog, string modelFile, IDictionary<string, int[]> shapeDictionary, int? gpuDeviceId = null, bool fallbackToCpu = false) =>
        FromFile(catalog, null, null, modelFile, gpuDeviceId, fallbackToCpu, shapeDictionary);

    /// <summary>Scores with a model read from a stream.</summary>
    /// <exception cref="InvalidOperationException">The model is damaged or cannot be run.</exception>
    public static OnnxScoringEstimator ApplyOnnxModel(this TransformsCatalog catalog, Stream modelBytes, int? gpuDeviceId = null, bool fallbackToCpu = false) =>
        FromStream(catalog, null, null, modelBytes, gpuDeviceId, fallbackToCpu, null);

    /// <summary>Scores with a model read from a stream, its shapes replaced by name.</summary>
    /// <exception cref="InvalidOperationException">The model is damaged or cannot be run.</exception>
    public static OnnxScoringEstimator ApplyOnnxModel(this TransformsCatalog catalog, Stream modelBytes, IDictionary<string, int[]> shapeDictionary, int? gpuDeviceId = null, bool fallbackToCpu = false) =>
        FromStream(catalog, null, null, modelBytes, gpuDeviceId, fallbackToCpu, shapeDictionary);

    /// <summary>Scores one input column into one output column, both named as in the model.</summary>
    /// <exception cref="IOException">The file is missing.</exception>
    /// <exception cref="ArgumentException">The model lacks the input or output.</exception>
    public static OnnxScoringEstimator ApplyOnnxModel(this TransformsCatalog catalog, string outputColumnName, string inputColumnName, string modelFile, int? gpuDeviceId = null, bool fallbackToCpu = false) =>
        FromFile(catalog, [outputColumnName], [inputColumnName], modelFile, gpuDeviceId, fallbackToCpu, null);

    /// <summary>Scores one input column into one output column, shapes replaced by name.</summary>
    /// <exception cref="IOException">The file is missing.</exception>
    /// <exception cref="ArgumentException">The model lacks the input or output.</exception>
    public static OnnxScoringEstimator ApplyOnnxModel(this TransformsCatalog catalog, string outputColumnName, string inputColumnName, string modelFile, IDictionary<string, int[]> shapeDictionary, int? gpuDeviceId = null, bool fallbackToCpu = false) =>
        FromFile(catalog, [outputColumnName], [inputColumnName], modelFile, gpuDeviceId, fallbackToCpu, shapeDictionary);

    /// <summary>Scores one input column into one output column with a model from a stream.</summary>
    /// <exception cref="ArgumentException">The model lacks the input or output.</exception>
    public static OnnxScoringEstimator ApplyOnnxModel(this TransformsCatalog catalog, string outputColumnName, string inputColumnName, Stream modelBytes, int? gpuDeviceId = null, bool fallbackToCpu = false) =>
        FromStream(catalog, [outputColumnName], [inputColumnName], modelBytes, gpuDeviceId, fallbackToCpu, null);

    /// <summary>Scores one column with a model from a stream, shapes replaced by name.</summary>
    /// <exception cref="ArgumentException">The model lacks the input or output.</exception>
    public static OnnxScoringEstimator ApplyOnnxModel(this TransformsCatalog catalog, string outputColumnName, string inputColumnName, Stream modelBytes, IDictionary<string, int[]> shapeDictionary, int? gpuDeviceId = null, bool fallbackToCpu = false) =>
        FromStream(catalog, [outputColumnName], [inputColumnName], modelBytes, gpuDeviceId, fallbackToCpu, shapeDictionary);

    /// <summary>Scores some of the model's inputs into some of its outputs.</summary>
    /// <exception cref="IOException">The file is missing.</exception>
    /// <exception cref="ArgumentException">The model lacks an input or output.</exception>
    public static OnnxScoringEstimator ApplyOnnxModel(this TransformsCatalog catalog, string[] outputColumnNames, string[] inputColumnNames, string modelFile, int? gpuDeviceId = null, bool fallbackToCpu = false) =>
        FromFile(catalog, outputColumnNames, inputColumnNames, modelFile, gpuDeviceId, fallbackToCpu, null);

    /// <summary>Scores some of the model's inputs and outputs, shapes replaced by name.</summary>
    /// <exception cref="IOException">The file is missing.</exception>
    /// <exception cref="ArgumentException">The model lacks an input or output.</exception>
    public static OnnxScoringEstimator ApplyOnnxModel(this TransformsCatalog catalog, string[] outputColumnNames, string[] inputColumnNames, string modelFile, IDictionary<string, int[]> shapeDictionary, int? gpuDeviceId = null, bool fallbackToCpu = false) =>
        FromFile(catalog, outputColumnNames, inputColumnNames, modelFile, gpuDeviceId, fallbackToCpu, shapeDictionary);

    /// <summary>Scores some of the model's inputs and outputs, with a limit to its nesting.</summary>
    /// <exception cref="IOException">The file is missing.</exception>
    /// <exception cref="ArgumentException">The model lacks an input or output.</exception>
    public static OnnxScoringEstimator ApplyOnnxModel(this TransformsCatalog catalog, string[] outputColumnNames, string[] inputColumnNames, string modelFile, IDictionary<string, int[]> shapeDictionary, int? gpuDeviceId = null, bool fallbackToCpu = false, int recursionLimit = 100) =>
        FromFile(catalog, outputColumnNames, inputColumnNames, modelFile, gpuDeviceId, fallbackToCpu, shapeDictionary, recursionLimit);

    /// <summary>Scores some inputs into some outputs of a model from a stream.</summary>
    /// <exception cref="ArgumentException">The model lacks an input or output.</exception>
    public static OnnxScoringEstimator ApplyOnnxModel(this TransformsCatalog catalog, string[] outputColumnNames, string[] inputColumnNames, Stream modelBytes, int? gpuDeviceId = null, bool fallbackToCpu = false) =>
        FromStream(catalog, outputColumnNames, inputColumnNames, modelBytes, gpuDeviceId, fallbackToCpu, null);

    /// <summary>Scores some columns with a model from a stream, with a limit to its nesting.</summary>
    /// <exception cref="ArgumentException">The model lacks an input or output.</exception>
    public static OnnxScoringEstimator ApplyOnnxModel(this TransformsCatalog catalog, string[] outputColumnNames, string[] inputColumnNames, Stream modelBytes, IDictionary<string, int[]> shapeDictionary, int? gpuDeviceId = null, bool fallbackToCpu = false, int recursionLimit = 100) =>
        FromStream(catalog, outputColumnNames, inputColumnNames, modelBytes, gpuDeviceId, fallbackToCpu, shapeDictionary, recursionLimit);

    /// <summary>Scores columns as the options say.</summary>
    /// <exception cref="IOException">The file is missing.</exception>
    /// <exception cref="ArgumentException">The model lacks an input or output.</exception>
    public static OnnxScoringEstimator ApplyOnnxModel(this TransformsCatalog catalog, OnnxOptions options)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(options);
        return new OnnxScoringEstimator(catalog.Environment, options, ReadFile(options.ModelFile));
    }

    private static OnnxScoringEstimator FromFile(TransformsCatalog catalog, string[] outputs, string[] inputs, string file, int? gpu, bool fallback, IDictionary<string, int[]> shapes, int recursionLimit = 100) =>
        ApplyOnnxModel(catalog, new OnnxOptions
        {
            ModelFile = file,
            InputColumns = inputs,
            OutputColumns = outputs,
            GpuDeviceId = gpu,
            FallbackToCpu = fallback,
            ShapeDictionary = shapes,
            RecursionLimit = recursionLimit,
        });

    private static OnnxScoringEstimator FromStream(TransformsCatalog catalog, string[] outputs, string[] inputs, Stream stream, int? gpu, bool fallback, IDictionary<string, int[]> shapes, int recursionLimit = 100)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(stream, "modelBytes");
        var options = new OnnxOptions
        {
            InputColumns = inputs,
            OutputColumns = outputs,
            GpuDeviceId = gpu,
            FallbackToCpu = fallback,
            ShapeDictionary = shapes,
            RecursionLimit = recursionLimit,
        };
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return new OnnxScoringEstimator(catalog.Environment, options, bytes.ToArray());
    }

    private static byte[] ReadFile(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path, nameof(OnnxOptions.ModelFile));
        if (!File.Exists(path))
            throw new IOException($"Model file {path} does not exist.");
        return File.ReadAllBytes(path);
    }
}
