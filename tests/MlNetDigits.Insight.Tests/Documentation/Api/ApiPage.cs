using System.Text;
using Microsoft.CodeAnalysis;

namespace MlNetDigits.Tests.Documentation.Api;

/// <summary>The page of one namespace.</summary>
internal sealed class ApiPage(ApiNames names, IGrouping<string, INamedTypeSymbol> types)
{
    private readonly StringBuilder _text = new();

    public string Write()
    {
        _text.Append($"# {types.Key}\n\nPart of `{types.First().ContainingAssembly.Name}`. [All namespaces](README.md)\n\n| type | |\n|---|---|\n");
        foreach (INamedTypeSymbol type in types) _text.Append($"| [{type.Name}](#{ApiNames.Anchor(type)}) | {new ApiComment(names, type).Summary} |\n");
        foreach (INamedTypeSymbol type in types) WriteType(type);
        return _text.ToString();
    }

    private void WriteType(INamedTypeSymbol type)
    {
        var comment = new ApiComment(names, type);
        _text.Append($"\n## {type.Name}\n\n`{ApiSignature.Of(type)}`\n");
        Paragraph(comment.Summary);
        Paragraph(comment.Remarks);
        if (type.TypeKind == TypeKind.Delegate) WriteDetails(comment);
        foreach (string example in comment.Examples) Paragraph($"```csharp\nusing MlNetDigits.Networks;\nusing MlNetDigits.Networks.Layers;\n\n{example}\n```");
        ISymbol[] members = type.TypeKind == TypeKind.Delegate ? [] : [.. type.GetMembers().Where(IsListed)];
        WriteTable(comment, [.. members.Where(member => member is IFieldSymbol or IPropertySymbol { IsIndexer: false } or IEventSymbol)]);
        foreach (ISymbol member in members.Where(member => member is IMethodSymbol or IPropertySymbol { IsIndexer: true })) WriteMethod(comment, member);
    }

    /// <summary>Fields and properties, a line each; those that a record declares by parameters are told of there.</summary>
    private void WriteTable(ApiComment type, ISymbol[] members)
    {
        if (members.Length == 0) return;
        _text.Append("\n| | |\n|---|---|\n");
        foreach (ISymbol member in members)
        {
            var comment = new ApiComment(names, member);
            string summary = comment.Summary.Length > 0 ? comment.Summary : type.Parameters.FirstOrDefault(parameter => parameter.Name == member.Name).Text ?? "";
            string errors = string.Concat(comment.Exceptions.Select(error => $" Throws {error.Name}: {error.Text}"));
            _text.Append($"| `{ApiSignature.Of(member).Replace("|", "\\|", StringComparison.Ordinal)}` | {string.Join(' ', new[] { summary, comment.Value, comment.Remarks }.Where(part => part.Length > 0))}{errors} |\n");
        }
    }

    /// <summary>A primary constructor has the type's comment, of which it adds the parameters; a record's are its properties.</summary>
    private void WriteMethod(ApiComment type, ISymbol member)
    {
        var comment = new ApiComment(names, member);
        bool isPrimary = member is IMethodSymbol { MethodKind: MethodKind.Constructor } && (comment.IsEmpty || comment.Summary == type.Summary);
        _text.Append($"\n**`{ApiSignature.Of(member)}`**\n");
        if (!isPrimary)
        {
            Paragraph(comment.Summary);
            Paragraph(comment.Remarks);
        }

        if (!isPrimary || !ApiSignature.IsRecord(member.ContainingType)) WriteDetails(comment);
    }

    private void WriteDetails(ApiComment comment)
    {
        string[] lines =
        [
            .. comment.Parameters.Select(it => $"- `{it.Name}`: {it.Text}\n"),
            .. comment.Returns.Length > 0 ? [$"- Returns: {comment.Returns}\n"] : Array.Empty<string>(),
            .. comment.Exceptions.Select(it => $"- Throws {it.Name}: {it.Text}\n"),
        ];
        if (lines.Length > 0) _text.Append('\n').AppendJoin("", lines);
    }

    private void Paragraph(string text)
    {
        if (text.Length > 0) _text.Append($"\n{text}\n");
    }

    /// <summary>What people call: not accessors, nor what the compiler makes, nor what others describe that declare it.</summary>
    private bool IsListed(ISymbol member) =>
        member.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal
        && !member.IsImplicitlyDeclared && !ApiSignature.IsGenerated(member)
        && member is not IMethodSymbol { MethodKind: not (MethodKind.Ordinary or MethodKind.Constructor or MethodKind.UserDefinedOperator or MethodKind.Conversion) }
        && !(member is IMethodSymbol { MethodKind: MethodKind.Constructor, Parameters.Length: 0 } or IFieldSymbol { Name: "value__" })
        && !IsDescribedElsewhere(member);

    /// <summary>Every member here has a comment, so one without inherits it from another library; JSON's are made by its generator.</summary>
    private bool IsDescribedElsewhere(ISymbol member) =>
        member.ContainingType.BaseType?.Name == "JsonSerializerContext"
        || ((member is IMethodSymbol { MethodKind: not MethodKind.Constructor } or IPropertySymbol) && !ApiSignature.IsRecord(member.ContainingType) && new ApiComment(names, member).IsEmpty);
}
