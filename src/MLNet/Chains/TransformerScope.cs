namespace Microsoft.ML.Data;

/// <summary>In which uses of a chain a step takes part.</summary>
[Flags]
public enum TransformerScope
{
    /// <summary>In no use.</summary>
    None = 0,

    /// <summary>While the chain is fitted.</summary>
    Training = 1,

    /// <summary>While the chain is evaluated.</summary>
    Testing = 2,

    /// <summary>While the chain predicts.</summary>
    Scoring = 4,

    /// <summary>While the chain is fitted or evaluated, such as steps on labels.</summary>
    TrainTest = Training | Testing,

    /// <summary>In every use.</summary>
    Everything = Training | Testing | Scoring,
}
