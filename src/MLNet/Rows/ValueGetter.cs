namespace Microsoft.ML;

/// <summary>Writes a column's value at the current row into <paramref name="value"/>, reusing its memory.</summary>
public delegate void ValueGetter<TValue>(ref TValue value);
