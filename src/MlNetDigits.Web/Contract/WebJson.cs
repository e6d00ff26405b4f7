using System.Text.Json.Serialization;

namespace MlNetDigits.Web.Contract;

/// <summary>JSON of requests and answers, generated when the project is compiled.</summary>
[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PredictRequest))]
[JsonSerializable(typeof(PredictResponse))]
[JsonSerializable(typeof(BatchRequest))]
[JsonSerializable(typeof(BatchResponse))]
[JsonSerializable(typeof(ReadResponse))]
[JsonSerializable(typeof(ExplainResponse))]
[JsonSerializable(typeof(FeedbackRequest))]
[JsonSerializable(typeof(FeedbackResponse))]
[JsonSerializable(typeof(ModelResponse))]
[JsonSerializable(typeof(ModelsResponse))]
internal sealed partial class WebJson : JsonSerializerContext;
