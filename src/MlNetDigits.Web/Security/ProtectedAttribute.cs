namespace MlNetDigits.Web.Security;

/// <summary>Marks an endpoint that needs the key when one is configured.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ProtectedAttribute : Attribute;
