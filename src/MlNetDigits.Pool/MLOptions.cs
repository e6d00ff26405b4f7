using Microsoft.ML;

namespace Microsoft.Extensions.ML;

/// <summary>What all prediction engine pools of a service collection share.</summary>
public class MLOptions
{
    /// <summary>The context that loads models and makes engines. <value>One made for the pools.</value></summary>
    public MLContext MLContext { get; set; }
}
