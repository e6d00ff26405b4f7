using System.Globalization;
using System.Text;
using MlNetDigits.Artifacts;
using MlNetDigits.Datasets;
using MlNetDigits.Mapping;
using MlNetDigits.Networks.Onnx;
using MlNetDigits.Training;

namespace MlNetDigits.Pipelines;

/// <summary>Writes a digit model as a repository that NVIDIA Triton and KServe serve.</summary>
/// <remarks>Layout and fields: https://docs.nvidia.com/deeplearning/triton-inference-server/, "Model Repository" and "Model Configuration".</remarks>
public static class TritonRepository
{
    private const string ConfigName = "config.pbtxt";
    private const string LabelsName = "labels.txt";
    private const string ModelName = "model.onnx";
    private const int MostImages = 256;
    private const int QueueMicroseconds = 1000;

    /// <summary>Writes <c>name/config.pbtxt</c>, <c>name/labels.txt</c> and <c>name/version/model.onnx</c>.</summary>
    /// <param name="modelPath">The ONNX model.</param>
    /// <param name="folder">The repository; models of other names in it stay.</param>
    /// <param name="name">Name of the model: letters, digits, '-' and '_'.</param>
    /// <param name="version">Version of the model, at least 1; others stay.</param>
    /// <param name="mapping">How an ONNX model of another program takes pixels and answers; default null: as it says itself.</param>
    /// <param name="normalization">How callers make images of pictures; default null: as the model says.</param>
    /// <returns>The files that were written.</returns>
    /// <exception cref="InvalidDataException">The file is no ONNX model, or not one with batches.</exception>
    public static IReadOnlyList<string> Write(string modelPath, string folder, string name = "digits", int version = 1, ModelMapping? mapping = null, Datasets.ImageNormalization? normalization = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(modelPath);
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentOutOfRangeException.ThrowIfLessThan(version, 1);
        if (string.IsNullOrEmpty(name) || !name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_'))
            throw new ArgumentException($"The name '{name}' cannot name a model: use letters, digits, '-' and '_'.", nameof(name));
        OnnxModel onnx = Load(modelPath, mapping);
        if (normalization is { } asked)
            onnx.Metadata[ModelMetadata.Normalization] = asked.ToString().ToLowerInvariant();
        string config = Configure(onnx, modelPath, name);

        string model = Path.Combine(Path.GetFullPath(folder), name), weights = Path.Combine(model, version.ToString(CultureInfo.InvariantCulture));
        using (ArtifactFolder versioned = ArtifactFolder.Open(weights))
        {
            versioned.Stage(ModelName, onnx.Save);
            versioned.Commit();
        }

        // Last, so that a server that looks on finds a configuration only with its weights.
        using ArtifactFolder files = ArtifactFolder.Open(model);
        files.Stage(LabelsName, path => File.WriteAllText(path, string.Concat(Labels(onnx).Select(label => $"{label}\n"))));
        files.Stage(ConfigName, path => File.WriteAllText(path, config));
        files.Commit();
        return [Path.Combine(model, ConfigName), Path.Combine(model, LabelsName), Path.Combine(weights, ModelName)];
    }

    private static OnnxModel Load(string path, ModelMapping? mapping)
    {
        OnnxModel model = OnnxModel.Load(path);
        try
        {
            return MappedGraph.Map(model, mapping);
        }
        catch (InvalidDataException error)
        {
            throw new InvalidDataException($"'{path}' cannot be served as a digit model: {error.Message}.", error);
        }
    }

    /// <summary>Names of the classes; numbers from 0 where the model names none.</summary>
    private static IEnumerable<string> Labels(OnnxModel model)
    {
        OnnxValueInfo score = model.Graph.Outputs.First(output => output.Name == MappedGraph.Score);
        return model.Graph.SlotNamesOf(MappedGraph.Score) ?? KeyColumn.Numbers((int)(score.Dimensions![^1].Size ?? 10));
    }

    private static string Configure(OnnxModel model, string path, string name)
    {
        OnnxValueInfo[] values = [.. model.Graph.Inputs, .. model.Graph.Outputs];
        if (Array.Find(values, value => value.Dimensions is not [{ Size: null }, ..]) is { } fixedBatch)
            throw new InvalidDataException($"'{path}' has no batches: its {fixedBatch} has no variable first dimension. Export the model with batches of any size.");
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"name: \"{name}\"\nbackend: \"onnxruntime\"\nmax_batch_size: {MostImages}\n");
        foreach (OnnxValueInfo input in model.Graph.Inputs)
            text.Append(Describe("input", input));
        foreach (OnnxValueInfo output in model.Graph.Outputs)
            text.Append(Describe("output", output));
        text.Append(CultureInfo.InvariantCulture, $"dynamic_batching {{ max_queue_delay_microseconds: {QueueMicroseconds} }}\n");
        text.Append("instance_group [ { kind: KIND_CPU } ]\n");
        // Triton takes pixels alone: who calls it brings pictures into this form.
        ImageForm form = ImageForm.Read(new Dictionary<string, string>(model.Metadata));
        foreach ((string key, string value) in form.IsAssumed ? [] : form.ToFacts())
            text.Append(CultureInfo.InvariantCulture, $"parameters {{ key: \"{key}\" value: {{ string_value: \"{value}\" }} }}\n");
        return text.ToString();
    }

    private static string Describe(string role, OnnxValueInfo value)
    {
        string[] sizes = [.. value.Dimensions!.Skip(1).Select(size => (size.Size ?? -1).ToString(CultureInfo.InvariantCulture))];
        // Triton wants one dimension beside the batch's; a model with the batch alone gets it reshaped away.
        string shape = sizes.Length > 0 ? $"dims: [ {string.Join(", ", sizes)} ]" : "dims: [ 1 ]\n    reshape { shape: [ ] }";
        string labels = role == "output" && value.Name == MappedGraph.Score ? $"\n    label_filename: \"{LabelsName}\"" : "";
        return $"{role} [\n  {{\n    name: \"{value.Name}\"\n    data_type: {TypeOf(value)}\n    {shape}{labels}\n  }}\n]\n";
    }

    private static string TypeOf(OnnxValueInfo value) => value.ElementType switch
    {
        OnnxElementType.Float => "TYPE_FP32",
        OnnxElementType.Int64 => "TYPE_INT64",
        OnnxElementType.Int32 => "TYPE_INT32",
        OnnxElementType.UInt8 => "TYPE_UINT8",
        _ => throw new InvalidDataException($"The value {value} has a type that digit models do not have. Export a digit model."),
    };
}
