using System.CommandLine;
using MlNetDigits.Console.Hosting;
using MlNetDigits.Console.Hosting.Help;

namespace MlNetDigits.Console.Commands;

/// <summary><c>train</c>: trains on MNIST or another dataset, evaluates, and writes model, metrics and history.</summary>
internal static class TrainCommand
{
    public const string Name = "train";
    public const string Alias = "image-classification";
    public const string Description = "Train a network on MNIST or another dataset, evaluate it, and save it as ONNX and ML.NET models.";

    private static readonly CommandExample[] Examples =
    [
        new("Train the default network on MNIST", "mlnet-digits train"),
        new("Train in seconds", "mlnet-digits train --preset fast"),
        new("Train for the most accuracy, an hour and more", "mlnet-digits train --preset best --ensemble 3"),
        new("Train on a folder with one subfolder per label", "mlnet-digits image-classification --dataset photos/ --name photos"),
        new("Train for two minutes and write apps that use the model", "mlnet-digits train --train-time 120 --generate"),
        new("Go on after Ctrl+C", "mlnet-digits train --resume"),
        new("Tell only what came out, and log the rest", "mlnet-digits train --verbosity q --log-file-path train.log"),
    ];

    private static readonly string[] Details =
    [
        "Without options it trains on MNIST's 60,000 digits, of which a tenth is held out to choose the best epoch, and tests once on the 10,000 test digits.",
        "The model goes to <output>/<name>/: digits.onnx, digits.zip for ML.NET, metrics.json, history.csv, model-card.md and report.html. What was there before is replaced only when all is written.",
        "Ctrl+C ends training and keeps the best epoch so far, with exit code 130; the same command with --resume goes on from the last epoch to the same bits. A second Ctrl+C quits at once.",
    ];

    public static Command Create(Terminal terminal)
    {
        var options = new TrainOptions();
        var command = new DigitCommand(Name, Description, Examples) { Details = Details };
        command.Aliases.Add(Alias);
        options.AddTo(command);
        command.Runs(terminal, (parsed, cancellation) => new TrainingCall(terminal, options.ReadOutput(parsed)).Run(options.Read(parsed), cancellation));
        return command;
    }
}
