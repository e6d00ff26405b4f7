using Microsoft.ML;
using Microsoft.ML.Data;

namespace MlNetDigits.Recognition;

/// <summary>Maps a row of pixels to a row of probabilities with the network engine.</summary>
/// <param name="onnx">The same mapping by ONNX Runtime, which knows the columns.</param>
/// <param name="network">The network.</param>
internal sealed class NetworkRowMapper(IRowToRowMapper onnx, ScoredNetwork network) : IRowToRowMapper
{
    public DataViewSchema InputSchema => onnx.InputSchema;

    public DataViewSchema OutputSchema => onnx.OutputSchema;

    public IEnumerable<DataViewSchema.Column> GetDependencies(IEnumerable<DataViewSchema.Column> dependingColumns) => onnx.GetDependencies(dependingColumns);

    public DataViewRow GetRow(DataViewRow input, IEnumerable<DataViewSchema.Column> activeColumns) => new NetworkRow(input, OutputSchema, activeColumns, network);
}
