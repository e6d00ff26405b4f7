namespace MlNetDigits.Reading;

/// <summary>Rule that the last digit of a number follows.</summary>
public enum NumberChecksum
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>Luhn's, of bank cards and IMEIs (ISO/IEC 7812-1, annex B).</summary>
    Luhn,

    /// <summary>GS1's with weights 3 and 1, of EAN-8, EAN-13, UPC-A and ISBN-13 (ISO/IEC 15420).</summary>
    Gtin,
}
