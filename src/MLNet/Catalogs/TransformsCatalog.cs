using Microsoft.ML.Runtime;

namespace Microsoft.ML;

/// <summary>Steps that turn columns into other columns.</summary>
public sealed partial class TransformsCatalog
{
    internal TransformsCatalog(IHostEnvironment environment)
    {
        Environment = environment.RegisterHost(nameof(TransformsCatalog));
        Conversion = new ConversionTransforms(this);
        Categorical = new CategoricalTransforms(this);
    }

    /// <summary>Steps that convert types, keys and values.</summary>
    public ConversionTransforms Conversion { get; }

    /// <summary>Steps for values that name categories.</summary>
    public CategoricalTransforms Categorical { get; }

    /// <summary>Where the catalog's components live.</summary>
    internal IHostEnvironment Environment { get; }

    /// <summary>Steps that convert types, keys and values.</summary>
    public sealed partial class ConversionTransforms
    {
        internal ConversionTransforms(TransformsCatalog owner) => Environment = owner.Environment;

        internal IHostEnvironment Environment { get; }
    }

    /// <summary>Steps for values that name categories.</summary>
    public sealed partial class CategoricalTransforms
    {
        internal CategoricalTransforms(TransformsCatalog owner) => Environment = owner.Environment;

        internal IHostEnvironment Environment { get; }
    }
}
