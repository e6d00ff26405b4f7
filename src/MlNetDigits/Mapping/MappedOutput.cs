using MlNetDigits.Networks.Onnx;

namespace MlNetDigits.Mapping;

/// <summary>The output of a foreign graph that has a score for each class.</summary>
/// <param name="Value">The output itself.</param>
/// <param name="Classes">Number of classes.</param>
internal sealed record MappedOutput(OnnxValueInfo Value, long Classes)
{
    /// <summary>Finds the output.</summary>
    /// <exception cref="InvalidDataException">There is none with scores, or several.</exception>
    public static MappedOutput Find(OnnxGraph graph, string? name)
    {
        if (name is not null && !graph.Outputs.Any(output => output.Name == name))
            throw new InvalidDataException($"it has no output '{name}', it gives {MappedInput.List(graph.Outputs)}");
        MappedOutput[] found = [.. graph.Outputs.Where(output => name is null || output.Name == name).Select(Of).OfType<MappedOutput>()];
        return found switch
        {
            [var only] => only,
            [] => throw new InvalidDataException($"it gives {MappedInput.List(graph.Outputs)}, {(name is null ? "none of which is a score" : $"but '{name}' is no score")} for each of at least 2 classes, such as Float[N, 10]"),
            _ => found.FirstOrDefault(output => output.Value.Name == MappedGraph.Score)
                ?? throw new InvalidDataException($"it gives {MappedInput.List([.. found.Select(output => output.Value)])}; say which has the scores ({MappedGraph.Told("--output", nameof(ModelMapping.Output))})"),
        };
    }

    private static MappedOutput? Of(OnnxValueInfo output)
    {
        if (output.ElementType is not (OnnxElementType.Float or OnnxElementType.Double or OnnxElementType.Float16) || output.Dimensions is not { Count: >= 2 } dimensions)
            return null;
        long[] sizes = [.. dimensions.Skip(1).Select(dimension => dimension.Size ?? 0)];
        return sizes.Count(size => size != 1) == 1 && sizes.Max() >= 2 && !sizes.Contains(0) ? new MappedOutput(output, sizes.Max()) : null;
    }
}
