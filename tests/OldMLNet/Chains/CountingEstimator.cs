namespace MLNet.Tests.Chains;

/// <summary>An estimator of a user that reads its input once when it is fitted, and passes data through.</summary>
internal sealed class CountingEstimator : IEstimator<ITransformer>
{
    public int Fits { get; private set; }

    public List<string> ShapesAsked { get; } = [];

    public ITransformer Fit(IDataView input)
    {
        Fits++;
        _ = input.GetColumn<uint>("Digit").Count();
        return new PassingTransformer();
    }

    public SchemaShape GetOutputSchema(SchemaShape inputSchema)
    {
        ShapesAsked.Add(string.Join(" ", inputSchema.Select(column => column.Name)));
        return inputSchema;
    }
}
