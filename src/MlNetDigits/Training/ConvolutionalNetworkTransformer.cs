using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms.Onnx;
using MlNetDigits.Networks;
using MlNetDigits.Scoring;

namespace MlNetDigits.Training;

/// <summary>A trained network, or an ensemble, as a step that adds probabilities and the predicted label.</summary>
/// <remarks>
/// Saved, it is ML.NET's standard ONNX transformer, which loads without this library. Dispose it, or the chain that it ends, after use.
/// </remarks>
public sealed class ConvolutionalNetworkTransformer : ISingleFeaturePredictionTransformer<IReadOnlyList<Network>>, IOnnxStep, IDisposable
{
    private readonly NetworkStep _step;

    internal ConvolutionalNetworkTransformer(OnnxTransformer onnx, IReadOnlyList<Network> networks, ConvolutionalNetworkOptions options, DataViewType features)
    {
        Model = networks;
        FeatureColumnName = options.FeatureColumnName;
        FeatureColumnType = features;
        _step = new NetworkStep(onnx, options.Columns, new NetworkScorer(networks, options.RejectionClass is not null, threads: 1), divisor: 1);
    }

    /// <summary>The network, or the members of the ensemble.</summary>
    public IReadOnlyList<Network> Model { get; }

    /// <summary>Column of normalized pixels.</summary>
    public string FeatureColumnName { get; }

    /// <summary>Type of that column: Vector&lt;Single&gt; of known size.</summary>
    public DataViewType FeatureColumnType { get; }

    /// <inheritdoc/>
    public bool IsRowToRowMapper => _step.IsRowToRowMapper;

    ITransformer IOnnxStep.Onnx => _step.Onnx;

    /// <inheritdoc/>
    public DataViewSchema GetOutputSchema(DataViewSchema inputSchema) => _step.GetOutputSchema(inputSchema);

    /// <inheritdoc/>
    public IDataView Transform(IDataView input) => _step.Transform(input);

    /// <inheritdoc/>
    public IRowToRowMapper GetRowToRowMapper(DataViewSchema inputSchema) => _step.GetRowToRowMapper(inputSchema);

    /// <summary>Frees the networks' memory and threads.</summary>
    public void Dispose() => _step.Dispose();

    void ICanSaveModel.Save(ModelSaveContext ctx) => _step.Save(ctx);
}
