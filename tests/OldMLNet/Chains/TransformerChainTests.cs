namespace MLNet.Tests.Chains;

public sealed class TransformerChainTests
{
    private readonly MLContext _ml = new(1);

    private IDataView Data => _ml.Data.LoadFromEnumerable(Drawing.Make(2));

    [Fact]
    public void GetModelFor_Scoring_LeavesOutTrainingSteps()
    {
        var model = _ml.Transforms.CopyColumns("Copy", "Pixels")
            .Append(_ml.Transforms.Conversion.MapValueToKey("Label", "Digit"), TransformerScope.TrainTest)
            .Fit(Data);

        var scoring = model.GetModelFor(TransformerScope.Scoring);

        Assert.Single(scoring);
        Assert.Null(scoring.GetOutputSchema(Data.Schema).GetColumnOrNull("Label"));
        Assert.NotNull(model.Transform(Data, TransformerScope.Testing).Schema.GetColumnOrNull("Label"));
    }

    [Fact]
    public void Transform_SameColumnName_HidesOldColumn()
    {
        var model = _ml.Transforms.CopyColumns("Writer", "Digit").Fit(Data);

        var schema = model.Transform(Data).Schema;

        Assert.Equal(NumberDataViewType.UInt32, schema["Writer"].Type);
        Assert.Equal([false, false, true, false], schema.Select(column => column.IsHidden));
    }

    [Fact]
    public void Transform_MissingColumn_Throws()
    {
        var chain = new TransformerChain<ITransformer>(_ml.Transforms.CopyColumns("Copy", "Pixels").Fit(Data));

        Assert.Throws<ArgumentOutOfRangeException>(() => chain.Transform(_ml.Data.LoadFromEnumerable([new { Other = 1 }])));
    }

    [Fact]
    public void Dispose_Chain_DisposesSteps()
    {
        var (first, second) = (new PassingTransformer(), new PassingTransformer());
        var chain = new TransformerChain<ITransformer>(first, second);

        chain.Dispose();

        Assert.True(first.Disposed);
        Assert.True(second.Disposed);
    }

    [Fact]
    public void TransformerChain_FewerScopesThanSteps_Throws()
    {
        Assert.ThrowsAny<Exception>(() => new TransformerChain<ITransformer>([new PassingTransformer()], []));
    }

    [Fact]
    public void GetRowCursorSet_MappedView_SharesRowsBetweenCursors()
    {
        var view = _ml.Transforms.CopyColumns("Copy", "Digit").Fit(Data).Transform(Data);
        var column = view.Schema["Copy"];

        var digits = new List<uint>();
        foreach (var cursor in view.GetRowCursorSet([column], 2))
            using (cursor)
            {
                var getter = cursor.GetGetter<uint>(column);
                for (uint digit = 0; cursor.MoveNext();)
                {
                    getter(ref digit);
                    digits.Add(digit);
                }
            }

        Assert.Equal([0u, 1], digits.Order().ToArray());
    }

    [Fact]
    public void Preview_Transformer_ShowsRowsAndColumns()
    {
        var preview = _ml.Transforms.CopyColumns("Copy", "Digit").Fit(Data).Preview(Data, maxRows: 1);

        Assert.Single(preview.RowView);
        Assert.Equal("Copy", preview.RowView[0].Values[3].Key);
        Assert.Equal(0u, preview.ColumnView[3].Values[0]);
        Assert.Equal("4 columns, 1 rows", preview.ToString());
    }
}
