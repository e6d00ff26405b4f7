using MlNetDigits.Networks.Onnx;

namespace MlNetDigits.Pool.Tests;

/// <summary>Models that multiply X by a factor, saved as ML.NET files.</summary>
internal static class PoolModels
{
    public static byte[] Scale(float factor)
    {
        var ml = new MLContext(1);
        using var model = Load(ml, factor);
        using var memory = new MemoryStream();
        ml.Model.Save(model, null, memory);
        return memory.ToArray();
    }

    public static Microsoft.ML.Transforms.Onnx.OnnxTransformer Load(MLContext ml, float factor)
    {
        var graph = new OnnxGraph("scale");
        graph.AddInput("X", OnnxElementType.Float, "N", 1);
        graph.AddNode("Mul", ["X", graph.AddInitializer("factor", [1], new[] { factor })], "Y");
        graph.AddOutput("Y", OnnxElementType.Float, "N", 1);
        return ml.Transforms.ApplyOnnxModel(new MemoryStream(new OnnxModel(graph).ToBytes()))
            .Fit(ml.Data.LoadFromEnumerable([new PoolInput()]));
    }

    /// <summary>Waits until the condition holds, at most a minute.</summary>
    public static async Task<bool> Eventually(Func<bool> condition)
    {
        for (var end = Environment.TickCount64 + 60_000; Environment.TickCount64 < end; await Task.Delay(20))
            if (condition())
                return true;
        return condition();
    }
}
