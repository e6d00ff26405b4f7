using System.Numerics;
using System.Runtime.InteropServices;

namespace MlNetDigits.Networks.Optimizers;

/// <summary>Stochastic gradient descent with momentum.</summary>
/// <remarks>velocity = momentum × velocity + gradient; Nesterov: Sutskever et al., "On the importance of initialization and momentum", 2013.</remarks>
public sealed record Sgd : Optimizer
{
    /// <summary>Share of the velocity that lasts to the next step.</summary>
    /// <value>Default 0.9; at least 0 and below 1.</value>
    public float Momentum { get; init; } = 0.9f;

    /// <summary>Whether the step looks ahead along the velocity.</summary>
    /// <value>Default true.</value>
    public bool Nesterov { get; init; } = true;

    internal override int StateVectors => 1;

    internal override void Validate()
    {
        base.Validate();
        Guard.Below(0f, 1f, Momentum, nameof(Momentum));
    }

    internal override void Update(in OptimizerStep step)
    {
        var parameters = MemoryMarshal.Cast<float, Vector<float>>(step.Parameters);
        var gradients = MemoryMarshal.Cast<float, Vector<float>>(step.Gradient);
        var velocities = MemoryMarshal.Cast<float, Vector<float>>(step.First);
        float nesterov = Nesterov ? Momentum : 0, plain = Nesterov ? 1 : 0, heavy = 1 - plain;
        for (int i = 0; i < parameters.Length; i++)
        {
            Vector<float> gradient = gradients[i] + parameters[i] * step.WeightDecay;
            Vector<float> velocity = velocities[i] = velocities[i] * Momentum + gradient;
            parameters[i] -= (gradient * plain + velocity * (nesterov + heavy)) * step.LearningRate;
        }

        for (int i = parameters.Length * Vector<float>.Count; i < step.Parameters.Length; i++)
        {
            float gradient = step.Gradient[i] + step.Parameters[i] * step.WeightDecay;
            float velocity = step.First[i] = step.First[i] * Momentum + gradient;
            step.Parameters[i] -= (gradient * plain + velocity * (nesterov + heavy)) * step.LearningRate;
        }
    }
}
