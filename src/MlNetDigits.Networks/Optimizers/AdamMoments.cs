using System.Numerics;
using System.Runtime.InteropServices;

namespace MlNetDigits.Networks.Optimizers;

/// <summary>The update that Adam and AdamW share.</summary>
internal static class AdamMoments
{
    public static void Validate(float beta1, float beta2, float epsilon)
    {
        Guard.Below(0f, 1f, beta1, "Beta1");
        Guard.Below(0f, 1f, beta2, "Beta2");
        Guard.Positive(epsilon, "Epsilon");
    }

    public static void Update(in OptimizerStep step, float beta1, float beta2, float epsilon, float coupledDecay, float decoupledDecay)
    {
        float rate = (float)(step.LearningRate / (1 - Math.Pow(beta1, step.Number)));
        float correction = (float)(1 / (1 - Math.Pow(beta2, step.Number)));
        float keep = 1 - step.LearningRate * decoupledDecay, rest1 = 1 - beta1, rest2 = 1 - beta2;

        var parameters = MemoryMarshal.Cast<float, Vector<float>>(step.Parameters);
        var gradients = MemoryMarshal.Cast<float, Vector<float>>(step.Gradient);
        var means = MemoryMarshal.Cast<float, Vector<float>>(step.First);
        var sizes = MemoryMarshal.Cast<float, Vector<float>>(step.Second);
        var offset = new Vector<float>(epsilon);
        for (int i = 0; i < parameters.Length; i++)
        {
            Vector<float> gradient = gradients[i] + parameters[i] * coupledDecay;
            Vector<float> mean = means[i] = means[i] * beta1 + gradient * rest1;
            Vector<float> size = sizes[i] = sizes[i] * beta2 + gradient * gradient * rest2;
            parameters[i] = parameters[i] * keep - mean * rate / (Vector.SquareRoot(size * correction) + offset);
        }

        for (int i = parameters.Length * Vector<float>.Count; i < step.Parameters.Length; i++)
        {
            float gradient = step.Gradient[i] + step.Parameters[i] * coupledDecay;
            float mean = step.First[i] = step.First[i] * beta1 + gradient * rest1;
            float size = step.Second[i] = step.Second[i] * beta2 + gradient * gradient * rest2;
            step.Parameters[i] = step.Parameters[i] * keep - mean * rate / (MathF.Sqrt(size * correction) + epsilon);
        }
    }
}
