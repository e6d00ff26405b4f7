namespace Microsoft.ML.Runtime;

/// <summary>A context that may add what it knows to exceptions.</summary>
public interface IExceptionContext
{
    /// <summary>What the context is, for messages.</summary>
    string ContextDescription { get; }

    /// <summary>Adds what the context knows to an exception and gives it back.</summary>
    TException Process<TException>(TException ex) where TException : Exception;
}
