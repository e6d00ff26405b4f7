using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;

namespace Microsoft.ML.Data;

/// <summary>Reads a member into a column's value.</summary>
internal delegate void Peek<in TRow, TValue>(TRow row, ref TValue value);

/// <summary>Writes a column's value into a member.</summary>
internal delegate void Poke<in TRow, TValue>(TRow row, ref TValue value);

/// <summary>Compiles the access to members, so that no row costs reflection.</summary>
internal static class MemberAccess
{
    private static readonly ConcurrentDictionary<(Type Row, MemberInfo Member, Type Value), Delegate> _pokes = new();

    /// <summary>A <see cref="Peek{TRow, TValue}"/> whose value type is the column's raw type.</summary>
    public static Delegate CompilePeek<TRow>(MemberColumn column)
    {
        var row = Expression.Parameter(typeof(TRow), "row");
        var value = Expression.Parameter(column.Type.RawType.MakeByRefType(), "value");
        var member = Expression.MakeMemberAccess(row, column.Member);
        var name = Expression.Constant(column.Name);
        Expression body;
        if (column.Type is VectorDataViewType vector)
            body = Call(member.Type == typeof(string[]) ? nameof(MemberValues.FromTexts) : member.Type.IsArray ? nameof(MemberValues.FromArray) : nameof(MemberValues.FromBuffer),
                vector, member, value, Expression.Constant(vector.Size), name);
        else if (member.Type == typeof(string))
            body = Expression.Assign(value, Call(nameof(MemberValues.FromText), null, member));
        else
            body = Expression.Assign(value, member);
        if (KeyShift(column.Type, value) is { } shift)
            body = Expression.Block(body, shift);
        return Expression.Lambda(typeof(Peek<,>).MakeGenericType(typeof(TRow), column.Type.RawType), body, row, value).Compile();
    }

    /// <summary>A <see cref="Poke{TRow, TValue}"/> for values of the type that a data view's column has, compiled once.</summary>
    public static Delegate PokeFor<TRow>(MemberInfo target, DataViewType type) =>
        _pokes.GetOrAdd((typeof(TRow), target, type.RawType), static (_, column) => CompilePoke<TRow>(column.Target, column.Type), (Target: target, Type: type));

    private static Delegate CompilePoke<TRow>(MemberInfo target, DataViewType type)
    {
        var row = Expression.Parameter(typeof(TRow), "row");
        var value = Expression.Parameter(type.RawType.MakeByRefType(), "value");
        var member = Expression.MakeMemberAccess(row, target);
        Expression result = value;
        if (type is VectorDataViewType vector)
        {
            Expression existing = target is PropertyInfo { CanRead: false } ? Expression.Default(member.Type) : member;
            result = Call(member.Type == typeof(string[]) ? nameof(MemberValues.ToTexts) : member.Type.IsArray ? nameof(MemberValues.ToArray) : nameof(MemberValues.ToBuffer),
                vector, value, existing);
        }
        else if (member.Type == typeof(string))
            result = Call(nameof(MemberValues.ToText), null, value);
        return Expression.Lambda(typeof(Poke<,>).MakeGenericType(typeof(TRow), type.RawType), Expression.Assign(member, result), row, value).Compile();
    }

    /// <summary>Moves the 0-based values of key members to raw keys, which begin with 1.</summary>
    private static Expression KeyShift(DataViewType type, Expression value)
    {
        if (type.GetItemType() is not KeyDataViewType key)
            return null;
        var method = type is VectorDataViewType ? nameof(MemberValues.ShiftKeys) : nameof(MemberValues.ShiftKey);
        return Expression.Call(typeof(MemberValues).GetMethod(method).MakeGenericMethod(key.RawType), value, Expression.Constant(key.Count));
    }

    private static MethodCallExpression Call(string name, VectorDataViewType vector, params Expression[] arguments)
    {
        var method = typeof(MemberValues).GetMethod(name);
        if (method.IsGenericMethodDefinition)
            method = method.MakeGenericMethod(vector.ItemType.RawType);
        return Expression.Call(method, arguments);
    }
}
