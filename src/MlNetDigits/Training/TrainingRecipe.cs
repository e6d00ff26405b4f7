using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using MlNetDigits.Networks.Optimizers;
using MlNetDigits.Networks.Schedules;

namespace MlNetDigits.Training;

/// <summary>Writes as JSON which options lead to a network's very bits, and reads them back.</summary>
/// <remarks>Left out is what no bit depends on: columns, callbacks, threads, workspace, context, normalization. A validation set and teachers are data and left out too.</remarks>
public static class TrainingRecipe
{
    private static readonly HashSet<string> Left =
    [
        nameof(ConvolutionalNetworkOptions.MetricsCallback), nameof(ConvolutionalNetworkOptions.ProgressCallback),
        nameof(ConvolutionalNetworkOptions.ValidationSet), nameof(ConvolutionalNetworkOptions.Distillation), nameof(ConvolutionalNetworkOptions.WorkspacePath),
        nameof(ConvolutionalNetworkOptions.Resume), nameof(ConvolutionalNetworkOptions.Threads),
        nameof(ConvolutionalNetworkOptions.FeatureColumnName), nameof(ConvolutionalNetworkOptions.LabelColumnName),
        nameof(ConvolutionalNetworkOptions.ScoreColumnName), nameof(ConvolutionalNetworkOptions.PredictedLabelColumnName),
        nameof(ConvolutionalNetworkOptions.DigitScoreColumnName), nameof(ConvolutionalNetworkOptions.CancellationToken), nameof(ConvolutionalNetworkOptions.Context), nameof(ConvolutionalNetworkOptions.Normalization),
    ];

    /// <summary>What is without effect, and left out, where no class is for rejection.</summary>
    private static readonly HashSet<string> OfRejection = [nameof(ConvolutionalNetworkOptions.RejectionClass), nameof(ConvolutionalNetworkOptions.MostRefused)];

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        IgnoreReadOnlyProperties = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOut, NameKinds } },
    };

    /// <summary>Writes options as one line of JSON.</summary>
    /// <param name="options">The options.</param>
    /// <returns>JSON such as <c>{"architecture":"standard","epoch":8,…}</c>.</returns>
    public static string ToJson(ConvolutionalNetworkOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        return JsonSerializer.Serialize(options with { Architecture = options.Architecture.ToLowerInvariant() }, Json);
    }

    /// <summary>Reads options from JSON; what it does not name has its default.</summary>
    /// <param name="json">What <see cref="ToJson"/> wrote.</param>
    /// <returns>The options, not yet validated: a validation set may have to be added.</returns>
    /// <exception cref="InvalidDataException">The text is no such JSON.</exception>
    public static ConvolutionalNetworkOptions Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            return JsonSerializer.Deserialize<ConvolutionalNetworkOptions>(json, Json) ?? throw new InvalidDataException("The recipe is null: give a JSON object of options.");
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException)
        {
            throw new InvalidDataException($"The recipe is no JSON of training options: {exception.Message}", exception);
        }
    }

    private static void LeaveOut(JsonTypeInfo type)
    {
        if (type.Type != typeof(ConvolutionalNetworkOptions)) return;
        for (int i = type.Properties.Count - 1; i >= 0; i--)
        {
            string name = ((System.Reflection.PropertyInfo)type.Properties[i].AttributeProvider!).Name;
            if (Left.Contains(name)) type.Properties.RemoveAt(i);
            else if (OfRejection.Contains(name)) type.Properties[i].ShouldSerialize = (options, _) => ((ConvolutionalNetworkOptions)options).RejectionClass is not null;
        }
    }

    private static void NameKinds(JsonTypeInfo type)
    {
        Type[] kinds = type.Type == typeof(Optimizer) ? [typeof(Sgd), typeof(Adam), typeof(AdamW)]
            : type.Type == typeof(LearningRateSchedule) ? [typeof(ConstantSchedule), typeof(ExponentialSchedule), typeof(CosineSchedule), typeof(OneCycleSchedule)]
            : [];
        if (kinds.Length == 0) return;
        type.PolymorphismOptions = new JsonPolymorphismOptions { TypeDiscriminatorPropertyName = "kind" };
        foreach (Type kind in kinds) type.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(kind, kind.Name));
    }
}
