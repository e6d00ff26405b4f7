namespace MlNetDigits.Synthesis;

/// <summary>What synthetic pictures show.</summary>
public enum SynthesisKind
{
    /// <summary>One digit in each picture.</summary>
    Digit,

    /// <summary>Anything but one digit: see <see cref="Synthesis.NonDigit"/>.</summary>
    NonDigit,

    /// <summary>Digits in one or more lines.</summary>
    Text,
}
