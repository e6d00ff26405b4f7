namespace Microsoft.ML.Data;

/// <summary>An estimator in a chain: in which uses it takes part, and whether its output is cached while fitting.</summary>
internal sealed record EstimatorLink(IEstimator<ITransformer> Estimator, TransformerScope Scope, bool CacheAfter);
