using MlNetDigits.Networks.Training;

namespace MlNetDigits.Console.Rendering;

/// <summary>Shows a training while it runs.</summary>
internal interface ITrainingDisplay : ITrainingObserver
{
    /// <summary>Runs the training with the display around it.</summary>
    T Run<T>(Func<T> train);
}
