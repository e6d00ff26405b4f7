using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetDigits.Datasets;
using MlNetDigits.Training;

namespace MlNetDigits.Evaluation;

/// <summary>Finds the model's class of a label by name, or by place where there are no names.</summary>
internal sealed class ClassIndex
{
    /// <summary>What stands for the class for rejection, which is none of the model's classes.</summary>
    public const int Refused = -1;

    private readonly Dictionary<string, int> _places;
    private readonly string[]? _keyNames;
    private readonly SortedDictionary<string, int> _unknown = new(StringComparer.Ordinal);

    private ClassIndex(string[] names, string[]? keyNames, string? rejection)
    {
        Names = names;
        _keyNames = keyNames;
        _places = names.Index().ToDictionary(entry => entry.Item, entry => entry.Index, StringComparer.Ordinal);
        if (rejection is not null) _places.TryAdd(rejection, Refused);
    }

    /// <summary>The model's names of its classes, else the keys', else numbers from 0.</summary>
    public string[] Names { get; }

    public static ClassIndex Create(DataViewSchema.Column score, DataViewSchema.Column label, string? rejection)
    {
        int classes = ((VectorDataViewType)score.Type).Size;
        string[]? keyNames = label.Type is KeyDataViewType ? KeyColumn.Names(label) : null, slotNames = SlotNames(score, classes);
        string[] names = slotNames ?? (keyNames?.Length == classes ? keyNames : KeyColumn.Numbers(classes));
        string? twice = names.GroupBy(name => name).FirstOrDefault(group => group.Count() > 1)?.Key;
        return twice is null ? new ClassIndex(names, keyNames, rejection)
            : throw new InvalidDataException($"Two classes of the model are called '{twice}': export it again with different names.");
    }

    /// <summary>Makes the delegate that gives the row's class, or null without one.</summary>
    public Func<int?> Reader(DataViewRow row, DataViewSchema.Column label)
    {
        if (label.Type is KeyDataViewType)
        {
            Func<ulong> getKey = KeyColumn.Getter(row, label);
            return () => getKey() is > 0 and var key ? FindKey(key - 1) : null;
        }

        return Type.GetTypeCode(label.Type.RawType) switch
        {
            TypeCode.Byte => Values<byte>(),
            TypeCode.SByte => Values<sbyte>(),
            TypeCode.UInt16 => Values<ushort>(),
            TypeCode.Int16 => Values<short>(),
            TypeCode.UInt32 => Values<uint>(),
            TypeCode.Int32 => Values<int>(),
            TypeCode.UInt64 => Values<ulong>(),
            TypeCode.Int64 => Values<long>(),
            TypeCode.Single => Values<float>(),
            TypeCode.Double => Values<double>(),
            TypeCode.Boolean => Values<bool>(),
            _ when label.Type is TextDataViewType => Values<ReadOnlyMemory<char>>(),
            _ => throw new InvalidDataException($"The label column '{label.Name}' is {label.Type}, but must be a key, a number or text."),
        };

        Func<int?> Values<T>()
        {
            ValueGetter<T> getter = row.GetGetter<T>(label);
            T value = default!;
            return () =>
            {
                getter(ref value);
                return Convert.ToString(value, CultureInfo.InvariantCulture) is { Length: > 0 } text ? Find(text) : null;
            };
        }
    }

    /// <summary>Throws when a label was none of the model's classes.</summary>
    public void RequireKnown()
    {
        if (_unknown.Count > 0)
            throw new InvalidDataException($"{ClassList.DescribeUnknown("The model", _unknown, Names)} Use the model of these labels, or leave such images out.");
    }

    private static string[]? SlotNames(DataViewSchema.Column score, int classes)
    {
        if (score.Annotations.Schema.GetColumnOrNull("SlotNames")?.Type is not VectorDataViewType { ItemType: TextDataViewType } type || type.Size != classes) return null;
        VBuffer<ReadOnlyMemory<char>> names = default;
        score.GetSlotNames(ref names);
        return [.. names.DenseValues().Select(name => name.ToString())];
    }

    private int? FindKey(ulong index)
    {
        if (_keyNames is not null && index < (ulong)_keyNames.Length) return Find(_keyNames[index]);
        return index < (ulong)Names.Length ? (int)index : Find((index + 1).ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Unknown labels are collected, so that one error names them all.</summary>
    private int? Find(string name)
    {
        if (_places.TryGetValue(name, out int place)) return place;
        _unknown[name] = _unknown.GetValueOrDefault(name) + 1;
        return null;
    }
}
