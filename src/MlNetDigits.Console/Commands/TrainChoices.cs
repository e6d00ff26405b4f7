using MlNetDigits.Networks.Augmentation;
using MlNetDigits.Networks.Optimizers;
using MlNetDigits.Networks.Schedules;

namespace MlNetDigits.Console.Commands;

/// <summary>Names on the command line for the trainer's parts.</summary>
internal static class TrainChoices
{
    private static readonly Dictionary<string, Func<Optimizer>> OptimizersByName = new()
    {
        ["adam"] = () => new Adam(),
        ["adamw"] = () => new AdamW(),
        ["sgd"] = () => new Sgd(),
    };

    private static readonly Dictionary<string, Func<LearningRateSchedule>> SchedulesByName = new()
    {
        ["constant"] = () => new ConstantSchedule(),
        ["exponential"] = () => new ExponentialSchedule(),
        ["cosine"] = () => new CosineSchedule(),
        ["one-cycle"] = () => new OneCycleSchedule(),
    };

    private static readonly Dictionary<string, AugmentationOptions> AugmentationsByName = new()
    {
        ["none"] = AugmentationOptions.None,
        ["mild"] = AugmentationOptions.Mild,
        ["medium"] = AugmentationOptions.Medium,
        ["strong"] = AugmentationOptions.Strong,
        ["photo"] = AugmentationOptions.Photo,
    };

    public static IReadOnlyCollection<string> Optimizers => OptimizersByName.Keys;

    public static IReadOnlyCollection<string> Schedules => SchedulesByName.Keys;

    public static IReadOnlyCollection<string> Augmentations => AugmentationsByName.Keys;

    public static Optimizer Optimizer(string name) => OptimizersByName[name]();

    public static LearningRateSchedule Schedule(string name) => SchedulesByName[name]();

    public static AugmentationOptions Augmentation(string name) => AugmentationsByName[name];
}
