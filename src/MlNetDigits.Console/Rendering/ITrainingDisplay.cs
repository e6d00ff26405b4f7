using MlNetDigits.Networks.Training;

namespace MlNetDigits.Console.Rendering;

/// <summary>Shows a training while it runs.</summary>
internal interface ITrainingDisplay : ITrainingObserver
{
    /// <summary>Runs the training with the display around it.</summary>
    T Run<T>(Func<T> train);

    /// <summary>Runs what follows the training, telling what it is.</summary>
    T Then<T>(string status, Func<T> work);
}
