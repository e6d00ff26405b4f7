using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace MlNetDigits.Networks.Training;

/// <summary>Learning from trained networks: their probabilities join the labels as targets.</summary>
/// <remarks>Source: Hinton, Vinyals and Dean, "Distilling the knowledge in a neural network", 2015.</remarks>
public sealed record Distillation
{
    /// <summary>Trained networks of the same input and classes, whose probabilities are averaged.</summary>
    public required IReadOnlyList<Network> Teachers { get; init; }

    /// <summary>Share of the loss that the teachers make; the rest is the labels'.</summary>
    /// <value>Default 0.9; from 0 to 1.</value>
    public float Weight { get; init; } = 0.9f;

    /// <summary>Divisor of logits that softens the probabilities of teachers and student.</summary>
    /// <value>Default 2; above 0.</value>
    public float Temperature { get; init; } = 2;

    /// <summary>SHA-256 of the teachers' weights, as 64 lower-case hexadecimal digits.</summary>
    public string TeachersHash
    {
        get
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            foreach (Network teacher in Teachers) hash.AppendData(MemoryMarshal.AsBytes(teacher.State.AsSpan()));
            return Convert.ToHexStringLower(hash.GetHashAndReset());
        }
    }

    /// <summary>The options with a hash of the teachers' weights.</summary>
    public override string ToString() => $"{Teachers.Count} teachers with SHA-256 {TeachersHash}, weight {Weight}, temperature {Temperature}";

    internal void Validate(Network student)
    {
        Guard.Between(0f, 1f, Weight, nameof(Weight));
        Guard.Positive(Temperature, nameof(Temperature));
        if (Teachers.Count == 0) throw new ArgumentException("Distillation needs at least one teacher: give one, or set it to null.", nameof(Teachers));
        foreach (Network teacher in Teachers)
        {
            if (ReferenceEquals(teacher, student)) throw new ArgumentException("A network cannot teach itself: give a copy of it.", nameof(Teachers));
            if (teacher.InputShape != student.InputShape || teacher.Classes != student.Classes)
                throw new ArgumentException($"A teacher takes {teacher.InputShape} and knows {teacher.Classes} classes, but the student takes {student.InputShape} and knows {student.Classes}.", nameof(Teachers));
        }
    }
}
