using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using Microsoft.ML.Transforms;

namespace Microsoft.ML;

/// <summary>Steps that convert between values, keys and types.</summary>
public static class ConversionsExtensionsCatalog
{
    private const int DefaultMaximumNumberOfKeys = 1_000_000;

    /// <summary>Converts a column's values to another type.</summary>
    /// <param name="catalog">The conversions.</param>
    /// <param name="outputColumnName">The column to make.</param>
    /// <param name="inputColumnName">The column to read. <value>null: the output's name</value></param>
    /// <param name="outputKind">The type to convert to. <value>Single</value></param>
    public static TypeConvertingEstimator ConvertType(
        this TransformsCatalog.ConversionTransforms catalog, string outputColumnName, string inputColumnName = null, DataKind outputKind = DataKind.Single) =>
        new(EnvironmentOf(catalog), NamePairs.Of(outputColumnName, inputColumnName), outputKind);

    /// <summary>Converts several columns' values to one type.</summary>
    /// <param name="catalog">The conversions.</param>
    /// <param name="columns">The columns to make and to read.</param>
    /// <param name="outputKind">The type to convert to. <value>Single</value></param>
    public static TypeConvertingEstimator ConvertType(
        this TransformsCatalog.ConversionTransforms catalog, InputOutputColumnPair[] columns, DataKind outputKind = DataKind.Single) =>
        new(EnvironmentOf(catalog), InputOutputColumnPair.ToTuples(columns), outputKind);

    /// <summary>Turns keys into the values that they stand for.</summary>
    /// <param name="catalog">The conversions.</param>
    /// <param name="outputColumnName">The column to make.</param>
    /// <param name="inputColumnName">The key column to read. <value>null: the output's name</value></param>
    public static KeyToValueMappingEstimator MapKeyToValue(
        this TransformsCatalog.ConversionTransforms catalog, string outputColumnName, string inputColumnName = null) =>
        new(EnvironmentOf(catalog), NamePairs.Of(outputColumnName, inputColumnName));

    /// <summary>Turns the keys of several columns into values.</summary>
    /// <param name="catalog">The conversions.</param>
    /// <param name="columns">The columns to make and to read.</param>
    public static KeyToValueMappingEstimator MapKeyToValue(this TransformsCatalog.ConversionTransforms catalog, InputOutputColumnPair[] columns) =>
        new(EnvironmentOf(catalog), InputOutputColumnPair.ToTuples(columns));

    /// <summary>Turns keys into vectors that are 1 in the key's place.</summary>
    /// <param name="catalog">The conversions.</param>
    /// <param name="outputColumnName">The column to make.</param>
    /// <param name="inputColumnName">The key column to read. <value>null: the output's name</value></param>
    /// <param name="outputCountVector">Whether vectors of keys give one vector of counts. <value>false: a vector per key</value></param>
    public static KeyToVectorMappingEstimator MapKeyToVector(
        this TransformsCatalog.ConversionTransforms catalog, string outputColumnName, string inputColumnName = null, bool outputCountVector = false) =>
        new(EnvironmentOf(catalog), NamePairs.Of(outputColumnName, inputColumnName), outputCountVector);

    /// <summary>Turns the keys of several columns into vectors.</summary>
    /// <param name="catalog">The conversions.</param>
    /// <param name="columns">The columns to make and to read.</param>
    /// <param name="outputCountVector">Whether vectors of keys give one vector of counts. <value>false: a vector per key</value></param>
    public static KeyToVectorMappingEstimator MapKeyToVector(
        this TransformsCatalog.ConversionTransforms catalog, InputOutputColumnPair[] columns, bool outputCountVector = false) =>
        new(EnvironmentOf(catalog), InputOutputColumnPair.ToTuples(columns), outputCountVector);

    /// <summary>Numbers a column's distinct values as keys.</summary>
    /// <param name="catalog">The conversions.</param>
    /// <param name="outputColumnName">The key column to make.</param>
    /// <param name="inputColumnName">The column to read. <value>null: the output's name</value></param>
    /// <param name="maximumNumberOfKeys">The most values that get keys, at least 1. <value>1,000,000</value></param>
    /// <param name="keyOrdinality">The order in which values are numbered. <value>ByOccurrence</value></param>
    /// <param name="addKeyValueAnnotationsAsText">Whether the annotations hold the values as text. <value>false</value></param>
    /// <param name="keyData">One column with all values, instead of those met in the data. <value>null</value></param>
    public static ValueToKeyMappingEstimator MapValueToKey(
        this TransformsCatalog.ConversionTransforms catalog,
        string outputColumnName,
        string inputColumnName = null,
        int maximumNumberOfKeys = DefaultMaximumNumberOfKeys,
        ValueToKeyMappingEstimator.KeyOrdinality keyOrdinality = ValueToKeyMappingEstimator.KeyOrdinality.ByOccurrence,
        bool addKeyValueAnnotationsAsText = false,
        IDataView keyData = null) =>
        new(EnvironmentOf(catalog), NamePairs.Of(outputColumnName, inputColumnName), maximumNumberOfKeys, keyOrdinality, addKeyValueAnnotationsAsText, keyData);

    /// <summary>Numbers the distinct values of several columns as keys.</summary>
    /// <param name="catalog">The conversions.</param>
    /// <param name="columns">The columns to make and to read.</param>
    /// <param name="maximumNumberOfKeys">The most values that get keys, at least 1. <value>1,000,000</value></param>
    /// <param name="keyOrdinality">The order in which values are numbered. <value>ByOccurrence</value></param>
    /// <param name="addKeyValueAnnotationsAsText">Whether the annotations hold the values as text. <value>false</value></param>
    /// <param name="keyData">One column with all values, instead of those met in the data. <value>null</value></param>
    public static ValueToKeyMappingEstimator MapValueToKey(
        this TransformsCatalog.ConversionTransforms catalog,
        InputOutputColumnPair[] columns,
        int maximumNumberOfKeys = DefaultMaximumNumberOfKeys,
        ValueToKeyMappingEstimator.KeyOrdinality keyOrdinality = ValueToKeyMappingEstimator.KeyOrdinality.ByOccurrence,
        bool addKeyValueAnnotationsAsText = false,
        IDataView keyData = null) =>
        new(EnvironmentOf(catalog), InputOutputColumnPair.ToTuples(columns), maximumNumberOfKeys, keyOrdinality, addKeyValueAnnotationsAsText, keyData);

    private static IHostEnvironment EnvironmentOf(TransformsCatalog.ConversionTransforms catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return catalog.Environment;
    }
}
