using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.ML;
using Microsoft.Extensions.Options;

namespace MlNetDigits.Recognition;

/// <summary>Registers digit recognition as a service.</summary>
public static class RecognitionServiceExtensions
{
    /// <summary>Registers <see cref="IDigitRecognizer"/> over a pool of prediction engines.</summary>
    /// <param name="services">Where to register.</param>
    /// <param name="modelPath">ONNX, or a zip that ML.NET saved; reloaded when it changes.</param>
    /// <returns>The pool's builder, for further models.</returns>
    public static PredictionEnginePoolBuilder<DigitImage, DigitPrediction> AddDigitRecognition(this IServiceCollection services, string modelPath) =>
        services.AddDigitRecognition(new DigitRecognitionOptions { ModelPath = modelPath });

    /// <summary>Registers <see cref="IDigitRecognizer"/> over a pool of prediction engines.</summary>
    /// <param name="services">Where to register.</param>
    /// <param name="options">The model and how often to look for a newer one.</param>
    /// <returns>The pool's builder, for further models.</returns>
    /// <remarks>The model is loaded when the recognizer or the pool is first asked for, and a bad one refused then.</remarks>
    public static PredictionEnginePoolBuilder<DigitImage, DigitPrediction> AddDigitRecognition(this IServiceCollection services, DigitRecognitionOptions options)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();

        var builder = services.AddPredictionEnginePool<DigitImage, DigitPrediction>();
        builder.AddLoader(Options.DefaultName, options);
        services.TryAddSingleton<IDigitRecognizer>(provider => Recognizer(provider, Options.DefaultName));
        return builder;
    }

    /// <summary>Adds a further model and, as a keyed service of its name, an <see cref="IDigitRecognizer"/>.</summary>
    /// <param name="builder">The pool's builder.</param>
    /// <param name="name">The model's name in the pool and the service's key.</param>
    /// <param name="options">The model and how often to look for a newer one.</param>
    /// <returns>The same builder.</returns>
    public static PredictionEnginePoolBuilder<DigitImage, DigitPrediction> AddDigitModel(this PredictionEnginePoolBuilder<DigitImage, DigitPrediction> builder, string name, DigitRecognitionOptions options)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();

        builder.AddLoader(name, options);
        builder.Services.AddKeyedSingleton<IDigitRecognizer>(name, (provider, _) => Recognizer(provider, name));
        return builder;
    }

    private static void AddLoader(this PredictionEnginePoolBuilder<DigitImage, DigitPrediction> builder, string name, DigitRecognitionOptions options) =>
        builder.Services.AddOptions<PredictionEnginePoolOptions<DigitImage, DigitPrediction>>(name)
            .Configure<IOptions<MLOptions>, ILogger<DigitModelLoader>>((pool, ml, log) => pool.ModelLoader = new DigitModelLoader(ml.Value.MLContext, log, options));

    private static PooledDigitRecognizer Recognizer(IServiceProvider provider, string name) =>
        new(provider.GetRequiredService<PredictionEnginePool<DigitImage, DigitPrediction>>(), provider.GetRequiredService<IOptions<MLOptions>>(), name);
}
