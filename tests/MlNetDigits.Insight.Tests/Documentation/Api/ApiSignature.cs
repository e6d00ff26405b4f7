using Microsoft.CodeAnalysis;

namespace MlNetDigits.Tests.Documentation.Api;

/// <summary>Declarations as the source has them, without bodies.</summary>
internal static class ApiSignature
{
    private static readonly SymbolDisplayFormat _name = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypes,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints,
        memberOptions: SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeRef | SymbolDisplayMemberOptions.IncludeModifiers | SymbolDisplayMemberOptions.IncludeConstantValue,
        delegateStyle: SymbolDisplayDelegateStyle.NameAndSignature,
        extensionMethodStyle: SymbolDisplayExtensionMethodStyle.StaticMethod,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeParamsRefOut | SymbolDisplayParameterOptions.IncludeDefaultValue | SymbolDisplayParameterOptions.IncludeExtensionThis,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier | SymbolDisplayMiscellaneousOptions.AllowDefaultLiteral);

    /// <summary>A type with its kind, bases and interfaces.</summary>
    public static string Of(INamedTypeSymbol type)
    {
        if (type.TypeKind == TypeKind.Delegate) return $"delegate {type.ToDisplayString(_name)}";
        string bases = string.Join(", ", Bases(type).Select(it => it.ToDisplayString(_name)));
        return $"{Modifiers(type)}{Kind(type)} {type.ToDisplayString(_name)}{(bases.Length > 0 ? $" : {bases}" : "")}";
    }

    /// <summary>A member.</summary>
    public static string Of(ISymbol member) => (member.DeclaredAccessibility is Accessibility.Protected or Accessibility.ProtectedOrInternal ? "protected " : "") + member.ToDisplayString(_name);

    /// <summary>Whether the compiler made a member, as records have many.</summary>
    public static bool IsGenerated(ISymbol member) => member.GetAttributes().Any(it => it.AttributeClass?.Name == "CompilerGeneratedAttribute");

    /// <summary>Whether a type is a record, class or struct.</summary>
    public static bool IsRecord(INamedTypeSymbol type) => type.IsRecord || (type.IsValueType && type.GetMembers("op_Equality").Any(IsGenerated));

    private static string Modifiers(INamedTypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Interface or TypeKind.Enum } => "",
        { IsStatic: true } => "static ",
        { IsAbstract: true } => "abstract ",
        { IsValueType: true } => type.IsReadOnly ? "readonly " : "",
        { IsSealed: true } => "sealed ",
        _ => "",
    };

    private static string Kind(INamedTypeSymbol type) => type.TypeKind switch
    {
        TypeKind.Struct => IsRecord(type) ? "record struct" : "struct",
        TypeKind.Class => IsRecord(type) ? "record" : "class",
        _ => type.TypeKind.ToString().ToLowerInvariant(),
    };

    /// <summary>Base class and interfaces, but for those that every type or record has.</summary>
    private static IEnumerable<INamedTypeSymbol> Bases(INamedTypeSymbol type)
    {
        if (type.BaseType is { SpecialType: SpecialType.None } parent) yield return parent;
        foreach (INamedTypeSymbol contract in type.Interfaces.Where(it => it.Name != "IEquatable" && it.DeclaredAccessibility == Accessibility.Public)) yield return contract;
    }
}
