using Microsoft.ML;
using Microsoft.ML.Transforms.Onnx;
using MlNetDigits.Networks.Onnx;

namespace MlNetDigits.Scoring;

/// <summary>The ONNX steps of a fitted chain, one by one or joined into one graph.</summary>
internal static class OnnxSteps
{
    /// <summary>The steps of a chain and of chains in it, or the one step that a model is; computed steps as the ONNX step that they save.</summary>
    public static IEnumerable<ITransformer> Of(ITransformer model) => model switch
    {
        IEnumerable<ITransformer> chain => chain.SelectMany(Of),
        IOnnxStep step => [step.Onnx],
        _ => [model],
    };

    /// <summary>Joins the ONNX steps into one model that takes the first step's input.</summary>
    /// <exception cref="NotSupportedException">A step that makes or replaces a column of the ONNX steps is none itself, or there is no ONNX step.</exception>
    public static OnnxModel Join(ModelOperationsCatalog catalog, ITransformer model, DataViewSchema inputSchema)
    {
        OnnxModel? joined = null;
        var foreign = new Dictionary<string, ITransformer>();
        foreach (ITransformer step in Of(model))
        {
            DataViewSchema outputSchema = step.GetOutputSchema(inputSchema);
            if (step is OnnxTransformer)
            {
                OnnxModel next = Extract(catalog, step);
                foreach (OnnxValueInfo input in next.Graph.Inputs)
                {
                    if (foreign.TryGetValue(input.Name, out ITransformer? maker))
                        throw new NotSupportedException($"The column '{input.Name}' comes from a {maker.GetType().Name}, which has no ONNX graph here: make it before the chain, or with NormalizePixels.");
                }

                joined = joined is null ? next : JoinTwo(joined, next);
                foreach (OnnxValueInfo output in next.Graph.Outputs) foreign.Remove(output.Name);
            }
            else
            {
                foreach (string made in Made(inputSchema, outputSchema)) foreign[made] = step;
            }

            inputSchema = outputSchema;
        }

        if (joined is null) throw new NotSupportedException("The chain has no ONNX step: fit NormalizePixels and ConvolutionalNetwork, then export.");
        foreach (OnnxValueInfo output in joined.Graph.Outputs)
        {
            if (foreign.TryGetValue(output.Name, out ITransformer? maker))
                throw new NotSupportedException($"The column '{output.Name}' is replaced by a {maker.GetType().Name}, which has no ONNX graph here: export without it, or let it make a column of another name.");
        }

        return joined;
    }

    /// <summary>Names of columns that a step adds; one that hides another stands right behind it.</summary>
    private static IEnumerable<string> Made(DataViewSchema input, DataViewSchema output)
    {
        Dictionary<string, int> before = input.CountBy(column => column.Name).ToDictionary();
        return output.CountBy(column => column.Name).Where(after => after.Value > before.GetValueOrDefault(after.Key)).Select(after => after.Key);
    }

    private static OnnxModel JoinTwo(OnnxModel first, OnnxModel second)
    {
        string[] shared = [.. first.Graph.Outputs.Select(output => output.Name).Intersect(second.Graph.Inputs.Select(input => input.Name))];
        if (shared.Length == 0)
            throw new NotSupportedException($"The ONNX steps '{first.Graph.Name}' and '{second.Graph.Name}' share no column, so they cannot be joined: export them one by one.");
        return OnnxModel.Join(first, second, shared.ToDictionary(name => name));
    }

    /// <summary>Takes the graph from what ML.NET saves.</summary>
    private static OnnxModel Extract(ModelOperationsCatalog catalog, ITransformer step)
    {
        using var saved = new MemoryStream();
        catalog.Save(step, null, saved);
        saved.Position = 0;
        return ZippedGraphs.Read(saved).First();
    }
}
