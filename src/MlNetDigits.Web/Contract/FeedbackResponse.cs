namespace MlNetDigits.Web.Contract;

/// <summary>A stored correction.</summary>
/// <param name="Id">Its number, from 1.</param>
/// <param name="Predicted">What the model says of the digit.</param>
public sealed record FeedbackResponse(long Id, int Predicted);
