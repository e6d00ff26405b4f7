using MlNetDigits.Datasets;

namespace MlNetDigits.Tests.Recognition;

/// <summary>A model in two files, what it was trained on, and pictures to recognize.</summary>
internal sealed record FormModel(string Onnx, string Zip, ImageForm Form, string[] Classes, string[] Pictures);
