namespace MlNetDigits.Explanation;

/// <summary>What covers parts of an image, and how densely.</summary>
public sealed record OcclusionOptions
{
    /// <summary>Rows and columns of the patch, from 1 to 28.</summary>
    /// <value>Default 5.</value>
    public int PatchSize { get; init; } = 5;

    /// <summary>Pixels between patches, from 1 to half the patch.</summary>
    /// <value>Default 2.</value>
    public int Stride { get; init; } = 2;

    /// <summary>Pixel value of the patch, from 0 to 255.</summary>
    /// <value>Default null: the paper of the model's images, 255 where it learned dark ink, else 0.</value>
    public byte? Fill { get; init; }

    internal void Validate()
    {
        if (PatchSize is < 1 or > 28) throw new ArgumentOutOfRangeException(nameof(PatchSize), $"{nameof(PatchSize)} is {PatchSize}, but must be from 1 to 28.");
        int most = Math.Max(1, PatchSize / 2);
        if (Stride < 1 || Stride > most) throw new ArgumentOutOfRangeException(nameof(Stride), $"{nameof(Stride)} is {Stride}, but must be from 1 to {most} for patches of {PatchSize}.");
    }
}
