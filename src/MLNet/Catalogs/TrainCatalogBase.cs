using Microsoft.ML.Runtime;

namespace Microsoft.ML;

/// <summary>What the catalogs of all learning tasks share.</summary>
public abstract partial class TrainCatalogBase
{
    private protected TrainCatalogBase(IHostEnvironment environment, string name) => Environment = environment.RegisterHost(name);

    internal IHostEnvironment Environment { get; }

    /// <summary>Where extension methods that make a task's trainers attach.</summary>
    public abstract class CatalogInstantiatorBase
    {
        private protected CatalogInstantiatorBase(TrainCatalogBase owner) => Owner = owner;

        internal TrainCatalogBase Owner { get; }

        internal IHostEnvironment Environment => Owner.Environment;
    }

    /// <summary>The model and metrics of one fold of a cross-validation.</summary>
    public sealed class CrossValidationResult<T> where T : class
    {
        /// <summary>The metrics of the model on the rows held out.</summary>
        public readonly T Metrics;

        /// <summary>The model fitted to the other folds.</summary>
        public readonly ITransformer Model;

        /// <summary>The rows held out, scored by the model.</summary>
        public readonly IDataView ScoredHoldOutSet;

        /// <summary>The fold's number, from 0.</summary>
        public readonly int Fold;

        internal CrossValidationResult(ITransformer model, T metrics, IDataView scored, int fold)
        {
            Model = model;
            Metrics = metrics;
            ScoredHoldOutSet = scored;
            Fold = fold;
        }
    }
}
