using System.Collections.Concurrent;
using System.Reflection;

namespace Microsoft.ML.Runtime;

/// <summary>The components that a context can make by name when it loads models.</summary>
public sealed class ComponentCatalog
{
    private static readonly Lazy<Dictionary<string, Func<IHostEnvironment, ModelLoadContext, object>>> _loaders = new(FindLoaders);

    private readonly ConcurrentDictionary<(Type Attribute, string Contract), Type> _extensions = new();
    private readonly ConcurrentDictionary<Assembly, bool> _registered = new();

    internal ComponentCatalog()
    {
    }

    /// <summary>Makes an assembly's marked classes known, so that loaded models find them.</summary>
    /// <param name="assembly">The assembly to look through.</param>
    /// <param name="throwOnError">Whether unusable classes are errors or are passed over.</param>
    /// <exception cref="InvalidOperationException">Two classes have one contract name, or a class cannot be made.</exception>
    public void RegisterAssembly(Assembly assembly, bool throwOnError = true)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        if (!_registered.TryAdd(assembly, true))
            return;
        foreach (var type in TypesOf(assembly, throwOnError))
            foreach (var attribute in type.GetCustomAttributes<ExtensionBaseAttribute>())
                Register(type, attribute, throwOnError);
    }

    /// <summary>Makes the class with that contract name, or gives null.</summary>
    internal object CreateExtension(Type attributeType, string contractName) =>
        _extensions.TryGetValue((attributeType, contractName), out var type) ? Activator.CreateInstance(type) : null;

    /// <summary>The factory of the models saved under a loader name, or null.</summary>
    internal static Func<IHostEnvironment, ModelLoadContext, object> FindLoader(string loaderName) => _loaders.Value.GetValueOrDefault(loaderName);

    private void Register(Type type, ExtensionBaseAttribute attribute, bool throwOnError)
    {
        var usable = !type.IsAbstract && type.GetConstructor(Type.EmptyTypes) is not null;
        if (usable && _extensions.GetOrAdd((attribute.GetType(), attribute.ContractName), type) == type)
            return;
        if (throwOnError)
            throw new InvalidOperationException(usable
                ? $"The contract name '{attribute.ContractName}' of '{type}' is taken by another class."
                : $"The class '{type}' needs a public constructor without parameters to serve '{attribute.ContractName}'.");
    }

    private static IEnumerable<Type> TypesOf(Assembly assembly, bool throwOnError)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException e) when (!throwOnError)
        {
            return e.Types.Where(type => type is not null);
        }
    }

    private static Dictionary<string, Func<IHostEnvironment, ModelLoadContext, object>> FindLoaders() =>
        typeof(ComponentCatalog).Assembly.GetCustomAttributes<LoadableModelAttribute>().ToDictionary(
            attribute => attribute.LoaderName,
            attribute => attribute.Type
                .GetMethod("Load", BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic, [typeof(IHostEnvironment), typeof(ModelLoadContext)])
                .CreateDelegate<Func<IHostEnvironment, ModelLoadContext, object>>());
}
