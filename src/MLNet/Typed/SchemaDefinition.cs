using System.Reflection;

namespace Microsoft.ML.Data;

/// <summary>How the members of a class become columns, to be adapted before use.</summary>
public sealed partial class SchemaDefinition : List<SchemaDefinition.Column>
{
    private SchemaDefinition()
    {
    }

    /// <summary>Which way values flow between objects and columns.</summary>
    [Flags]
    public enum Direction
    {
        /// <summary>From objects to columns: members need a getter.</summary>
        Read = 1,

        /// <summary>From columns to objects: members need a setter.</summary>
        Write = 2,

        /// <summary>Either way.</summary>
        Both = Read | Write,
    }

    /// <summary>The first definition of that column, null if there is none; setting replaces or adds it.</summary>
    /// <exception cref="ArgumentException">The column set has another name.</exception>
    public Column this[string columnName]
    {
        get => Find(column => column.ColumnName == columnName);
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            if (value.ColumnName != columnName)
                throw new ArgumentException($"The column is called '{value.ColumnName}' and cannot be set as '{columnName}'.", nameof(columnName));
            var index = FindIndex(column => column.ColumnName == columnName);
            if (index < 0)
                Add(value);
            else
                this[index] = value;
        }
    }

    /// <summary>Derives the columns from a class's public fields and properties and their attributes.</summary>
    /// <exception cref="ArgumentException">A member's type fits no column, or names repeat.</exception>
    public static SchemaDefinition Create(Type userType, Direction direction = Direction.Both)
    {
        ArgumentNullException.ThrowIfNull(userType);
        var result = new SchemaDefinition();
        foreach (var member in Members(userType, direction))
        {
            if (member.GetCustomAttribute<NoColumnAttribute>() is not null)
                continue;
            var name = member.GetCustomAttribute<ColumnNameAttribute>()?.Name ?? member.Name;
            if (result[name] is not null)
                throw new ArgumentException($"Duplicate column name '{name}' detected in {userType}.", nameof(userType));
            result.Add(new Column(member.Name, name, MemberTypes.Infer(member)));
        }
        return result;
    }

    private static IEnumerable<MemberInfo> Members(Type type, Direction direction)
    {
        const BindingFlags publicInstance = BindingFlags.Public | BindingFlags.Instance;
        var fields = type.GetFields(publicInstance).Where(field => !field.IsInitOnly || direction.HasFlag(Direction.Read));
        var properties = type.GetProperties(publicInstance).Where(property =>
            property.GetIndexParameters().Length == 0
            && (direction.HasFlag(Direction.Read) && property.GetGetMethod() is not null
                || direction.HasFlag(Direction.Write) && property.GetSetMethod() is not null));
        return fields.Cast<MemberInfo>().Concat(properties);
    }
}
