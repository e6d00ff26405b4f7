namespace Microsoft.ML.Transforms;

public sealed partial class NormalizingTransformer
{
    /// <summary>What was learned about one column.</summary>
    public abstract class NormalizerModelParametersBase
    {
        private protected NormalizerModelParametersBase()
        {
        }
    }

    /// <summary>What is taken from numbers and what they are then multiplied by.</summary>
    public sealed class AffineNormalizerModelParameters<TData> : NormalizerModelParametersBase
    {
        internal AffineNormalizerModelParameters(TData scale, TData offset)
        {
            Scale = scale;
            Offset = offset;
        }

        /// <summary>What numbers are multiplied by, last.</summary>
        public TData Scale { get; }

        /// <summary>What is taken from numbers, first; an empty array for nothing.</summary>
        public TData Offset { get; }
    }
}
