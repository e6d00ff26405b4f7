using System.Globalization;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

[assembly: LoadableModel("TransformerChain", typeof(TransformerChainModel))]

namespace Microsoft.ML.Data;

/// <summary>Saves and loads chains: a folder for each transformer.</summary>
internal static class TransformerChainModel
{
    private const int MaxLength = 1000;

    public static void Save(ModelSaveContext context, ITransformer[] transformers, TransformerScope[] scopes)
    {
        context.SetLoader("TransformerChain");
        context.Writer.Write(transformers.Length);
        for (var i = 0; i < transformers.Length; i++)
        {
            context.Writer.Write((int)scopes[i]);
            context.SaveModel(transformers[i], Folder(i));
        }
    }

    public static TransformerChain<ITransformer> Load(IHostEnvironment env, ModelLoadContext context)
    {
        var count = context.Reader.ReadInt32();
        if (count is < 0 or > MaxLength)
            throw context.Invalid($"it claims {count} transformers, and chains have 0 to {MaxLength}");
        var scopes = new TransformerScope[count];
        var transformers = new ITransformer[count];
        for (var i = 0; i < count; i++)
        {
            scopes[i] = (TransformerScope)context.Reader.ReadInt32();
            transformers[i] = context.LoadModel<ITransformer>(env, Folder(i));
        }
        return new TransformerChain<ITransformer>(transformers, scopes);
    }

    private static string Folder(int index) => string.Create(CultureInfo.InvariantCulture, $"Transform_{index:000}");
}
