using System.Reflection;
using Microsoft.ML.Runtime;
using Microsoft.ML.Transforms;

[assembly: LoadableModel(CustomMappingLoader.Name, typeof(CustomMappingLoader))]

namespace Microsoft.ML.Transforms;

/// <summary>Makes a saved custom mapping again by the factory with its contract name.</summary>
internal static class CustomMappingLoader
{
    public const string Name = "CustomTransformer";

    internal static ITransformer Load(IHostEnvironment env, ModelLoadContext context)
    {
        var contractName = context.Reader.ReadString();
        var assemblyName = context.Reader.ReadString();
        var factory = FindFactory(env, contractName) ?? FindFactory(env, contractName, assemblyName);
        return factory?.CreateTransformer(env, contractName)
            ?? throw new InvalidOperationException(
                $"No CustomMappingFactory with the contract name '{contractName}' is known. " +
                "Pass the assembly that has it to MLContext.ComponentCatalog.RegisterAssembly before loading the model.");
    }

    private static ICustomMappingFactory FindFactory(IHostEnvironment env, string contractName) =>
        env.ComponentCatalog.CreateExtension(typeof(CustomMappingFactoryAttributeAttribute), contractName) as ICustomMappingFactory;

    private static ICustomMappingFactory FindFactory(IHostEnvironment env, string contractName, string assemblyName)
    {
        try
        {
            env.ComponentCatalog.RegisterAssembly(Assembly.Load(assemblyName), throwOnError: false);
        }
        catch (Exception e) when (e is IOException or BadImageFormatException or ArgumentException)
        {
            return null;
        }
        return FindFactory(env, contractName);
    }
}
