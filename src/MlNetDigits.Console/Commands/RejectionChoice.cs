using MlNetDigits.Console.Hosting;
using MlNetDigits.Datasets;

namespace MlNetDigits.Console.Commands;

/// <summary>The class of a dataset whose images a model learns to refuse.</summary>
internal static class RejectionChoice
{
    private const int LeastOthers = 2, Named = 12;

    /// <summary>Puts the class behind all others, where training wants it.</summary>
    /// <param name="dataset">The images.</param>
    /// <param name="name">What <c>--reject-class</c> says; null for no such class.</param>
    /// <exception cref="UserError">There is no such class, or there are too few others.</exception>
    public static ImageDataset Order(ImageDataset dataset, string? name)
    {
        if (name is null)
            return dataset;
        if (!dataset.ClassNames.Contains(name))
            throw new UserError($"--reject-class {name} is no class of '{dataset.Name}', which has {string.Join(", ", dataset.ClassNames.Take(Named))}{(dataset.ClassNames.Count > Named ? ", …" : string.Empty)}; name one of them, or add images of it.");
        if (dataset.ClassNames.Count <= LeastOthers)
            throw new UserError($"Beside --reject-class {name} there is but one class in '{dataset.Name}'; add images of at least {LeastOthers} others.");
        return dataset.WithLastClass(name);
    }
}
