using MlNetDigits.Training;

namespace MlNetDigits.Reports;

/// <summary>One of several trainings that differ in their seed alone.</summary>
/// <param name="Seed">The training's seed.</param>
/// <param name="Epochs">Epochs that were run.</param>
/// <param name="BestEpoch">Epoch whose weights were kept, from 1.</param>
/// <param name="TrainSeconds">Duration of training in seconds, validation included.</param>
/// <param name="Validation">Figures on the validation images, which choose the run to keep; null without them.</param>
/// <param name="Test">Figures on the test images, which choose nothing.</param>
public sealed record RunReport(int Seed, int Epochs, int BestEpoch, double TrainSeconds, ValidationReport? Validation, TestReport Test);
