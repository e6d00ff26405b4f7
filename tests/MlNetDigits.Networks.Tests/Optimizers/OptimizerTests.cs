using MlNetDigits.Networks.Optimizers;

namespace MlNetDigits.Networks.Tests.Optimizers;

/// <summary>Five steps of each optimizer against its formula in double precision; 37 parameters fill registers and a rest.</summary>
public sealed class OptimizerTests
{
    private const int Count = 37, Steps = 5;
    private const float Rate = 0.01f;

    public static TheoryData<Optimizer> Optimizers => new()
    {
        new Sgd(), new Sgd { Nesterov = false }, new Sgd { Momentum = 0 }, new Sgd { WeightDecay = 0.1f },
        new Adam(), new Adam { Beta1 = 0.8f, Beta2 = 0.95f, Epsilon = 1e-3f }, new Adam { WeightDecay = 0.1f },
        new AdamW(), new AdamW { WeightDecay = 0 }, new AdamW { WeightDecay = 0.3f, Beta1 = 0.7f },
    };

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void Update_FiveSteps_FollowTheFormula(Optimizer optimizer)
    {
        float[] parameters = Run(optimizer, [0, Count]);

        double[] expected = Formula(optimizer, optimizer.WeightDecay);
        Assert.All(expected.Zip(parameters), pair => Assert.Equal(pair.First, pair.Second, 2e-6));
    }

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void Update_CutIntoStretches_GivesTheSameBits(Optimizer optimizer)
    {
        Assert.Equal(Run(optimizer, [0, Count]), Run(optimizer, [0, 1, 16, 19, 36, Count]));
    }

    [Fact]
    public void WeightDecay_AdamAndAdamW_Differ()
    {
        double[] coupled = Formula(new Adam { WeightDecay = 0.1f }, 0.1), decoupled = Formula(new AdamW { WeightDecay = 0.1f }, 0.1);

        Assert.True(coupled.Zip(decoupled).Max(pair => Math.Abs(pair.First - pair.Second)) > 1e-3);
        Assert.Equal((0f, 0f, 0.01f), (new Sgd().WeightDecay, new Adam().WeightDecay, new AdamW().WeightDecay));
    }

    private static float[] Run(Optimizer optimizer, int[] cuts)
    {
        float[] parameters = Randoms.Uniform(Count, 1), first = new float[Count], second = new float[Count];
        for (int number = 1; number <= Steps; number++)
        {
            float[] gradient = Randoms.Uniform(Count, 10 + number);
            foreach ((int from, int to) in cuts.Zip(cuts.Skip(1)))
            {
                optimizer.Update(new OptimizerStep
                {
                    Parameters = parameters.AsSpan(from..to), Gradient = gradient.AsSpan(from..to), LearningRate = Rate, WeightDecay = optimizer.WeightDecay, Number = number,
                    First = optimizer.StateVectors > 0 ? first.AsSpan(from..to) : [], Second = optimizer.StateVectors > 1 ? second.AsSpan(from..to) : [],
                });
            }
        }

        return parameters;
    }

    private static double[] Formula(Optimizer optimizer, double decay) =>
        [.. Enumerable.Range(0, Count).Select(i => OneParameter(optimizer, decay, Randoms.Uniform(Count, 1)[i], number => Randoms.Uniform(Count, 10 + number)[i]))];

    private static double OneParameter(Optimizer optimizer, double decay, double parameter, Func<int, double> gradientOf)
    {
        double velocity = 0, mean = 0, size = 0;
        for (int number = 1; number <= Steps; number++)
        {
            double gradient = gradientOf(number) + (optimizer is AdamW ? 0 : decay * parameter);
            if (optimizer is Sgd sgd)
            {
                velocity = sgd.Momentum * velocity + gradient;
                parameter -= Rate * (sgd.Nesterov ? gradient + sgd.Momentum * velocity : velocity);
                continue;
            }

            (double beta1, double beta2, double epsilon) = optimizer is Adam adam ? (adam.Beta1, adam.Beta2, adam.Epsilon) : optimizer is AdamW w ? (w.Beta1, w.Beta2, w.Epsilon) : throw new NotSupportedException();
            mean = beta1 * mean + (1 - beta1) * gradient;
            size = beta2 * size + (1 - beta2) * gradient * gradient;
            if (optimizer is AdamW) parameter -= Rate * decay * parameter;
            parameter -= Rate * mean / (1 - Math.Pow(beta1, number)) / (Math.Sqrt(size / (1 - Math.Pow(beta2, number))) + epsilon);
        }

        return parameter;
    }
}
