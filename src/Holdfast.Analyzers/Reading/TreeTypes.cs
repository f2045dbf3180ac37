using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using Holdfast.Engine.Declarations.Names;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Holdfast.Analyzers.Reading;

/// <summary>
/// What a file declares, by its syntax alone: read once for each version of the file. Only namespaces and types are looked at, which are
/// few beside the code in them.
/// </summary>
internal sealed class TreeTypes
{
    /// <summary>The class of statements without one.</summary>
    private const string Program = "Program";

    private static readonly ConditionalWeakTable<SyntaxTree, TreeTypes> Known = new();

    /// <summary>The attributes that make a type an application, as they may be written.</summary>
    private static readonly HashSet<string> AppNames =
        new(AppKinds.All.SelectMany(static row => new[] { row.Attribute, AttributeNames.Short(row.Attribute) }), StringComparer.Ordinal);

    private TreeTypes(
        ImmutableArray<AppCandidate> candidates,
        ImmutableArray<TypeDeclarationSyntax> unread,
        ImmutableArray<string> names,
        ImmutableArray<string> outerTypes,
        ImmutableArray<string> globalAliases,
        string globalUsings)
    {
        LikeAliases = [.. names.Concat(globalAliases).Where(AliasNames.Has)];
        Candidates = candidates;
        Unread = unread;
        Names = names;
        OuterTypes = outerTypes;
        GlobalAliases = globalAliases;
        GlobalUsings = globalUsings;
    }

    /// <summary>Types that may be applications.</summary>
    public ImmutableArray<AppCandidate> Candidates { get; }

    /// <summary>Types that may miss members which nothing implements.</summary>
    public ImmutableArray<TypeDeclarationSyntax> Unread { get; }

    /// <summary>The names of all types and namespaces, each once.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>The parts of types that are inside no other, by <see cref="FullName"/>; one name for each part.</summary>
    public ImmutableArray<string> OuterTypes { get; }

    /// <summary>What usings for all files call something else.</summary>
    public ImmutableArray<string> GlobalAliases { get; }

    /// <summary>What has a name of an alias that generated files have; nearly always nothing.</summary>
    public ImmutableArray<string> LikeAliases { get; }

    /// <summary>The usings for all files; nearly always none.</summary>
    public string GlobalUsings { get; }

    public static TreeTypes Of(SyntaxTree tree, CancellationToken cancellationToken) => Known.TryGetValue(tree, out TreeTypes? known)
        ? known
        : Known.GetValue(tree, key => Read(key, cancellationToken));

    /// <summary>Whether an attribute makes a type an application, as it may be written without namespaces.</summary>
    public static bool IsAppName(string name) => AppNames.Contains(name);

    /// <summary>The name of a type that is inside no other, as its parts have it in common.</summary>
    public static string FullName(TypeDeclarationSyntax type)
    {
        string name = type.Identifier.ValueText;
        for (SyntaxNode? outer = type.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer is BaseNamespaceDeclarationSyntax space)
            {
                name = string.Concat(Written(space.Name), ".", name);
            }
        }

        // A type of one file and another of the same name are not parts of one type.
        int arity = type.TypeParameterList?.Parameters.Count ?? 0;
        return (arity == 0 ? name : name + "`" + arity.ToString(CultureInfo.InvariantCulture))
            + (type.Modifiers.Any(SyntaxKind.FileKeyword) ? "@file" : string.Empty);
    }

    /// <summary>Whether a type has an attribute of a name, as it is written without namespaces.</summary>
    public static bool HasAttribute(TypeDeclarationSyntax type, Func<string, bool> isMeant)
    {
        foreach (AttributeListSyntax list in type.AttributeLists)
        {
            foreach (AttributeSyntax attribute in list.Attributes)
            {
                if (TypeSyntaxNames.NameOf(attribute.Name) is { } name && isMeant(name))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>A namespace without escapes and spaces, by which parts could differ.</summary>
    private static string Written(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => string.Concat(Written(qualified.Left), ".", qualified.Right.Identifier.ValueText),
        AliasQualifiedNameSyntax qualified => qualified.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => string.Empty,
    };

    private static TreeTypes Read(SyntaxTree tree, CancellationToken cancellationToken)
    {
        var walk = new Walk();
        if (tree.GetRoot(cancellationToken) is CompilationUnitSyntax root)
        {
            walk.Visit(root);
        }

        return walk.ToTypes();
    }

    private sealed class Walk
    {
        private readonly List<TypeDeclarationSyntax> _attributed = [];
        private readonly List<TypeDeclarationSyntax> _unread = [];
        private readonly HashSet<string> _names = new(StringComparer.Ordinal);
        private readonly List<string> _outerTypes = [];
        private readonly List<string> _globalAliases = [];
        private readonly HashSet<string> _aliases = new(StringComparer.Ordinal);
        private readonly List<string> _globalUsings = [];

        public void Visit(CompilationUnitSyntax root)
        {
            Visit(root.Usings);
            Visit(root.Members, isInType: false);
        }

        public TreeTypes ToTypes() => new(
            [.. _attributed.Select(type => new AppCandidate(type, HasAttribute(type, name => IsAppName(name) || _aliases.Contains(name))))],
            [.. _unread],
            [.. _names],
            [.. _outerTypes],
            [.. _globalAliases],
            _globalUsings.Count == 0 ? string.Empty : string.Join("\n", _globalUsings));

        private void Visit(SyntaxList<UsingDirectiveSyntax> usings)
        {
            foreach (UsingDirectiveSyntax directive in usings)
            {
                bool isGlobal = directive.GlobalKeyword.RawKind != 0;
                if (isGlobal)
                {
                    _globalUsings.Add(directive.ToString());
                }

                if (directive.Alias is { } alias)
                {
                    _aliases.Add(alias.Name.Identifier.ValueText);
                    if (isGlobal)
                    {
                        _globalAliases.Add(alias.Name.Identifier.ValueText);
                    }
                }
            }
        }

        private void Visit(SyntaxList<MemberDeclarationSyntax> members, bool isInType)
        {
            foreach (MemberDeclarationSyntax member in members)
            {
                switch (member)
                {
                    case BaseNamespaceDeclarationSyntax space:
                        AddNames(space.Name);
                        Visit(space.Usings);
                        Visit(space.Members, isInType);
                        break;
                    case TypeDeclarationSyntax type:
                        Visit(type, isInType);
                        break;
                    case BaseTypeDeclarationSyntax other:
                        _names.Add(other.Identifier.ValueText);
                        break;
                    case DelegateDeclarationSyntax other:
                        _names.Add(other.Identifier.ValueText);
                        break;
                    case GlobalStatementSyntax:
                        _names.Add(Program);
                        break;
                }
            }
        }

        private void Visit(TypeDeclarationSyntax type, bool isInType)
        {
            _names.Add(type.Identifier.ValueText);
            if (!isInType)
            {
                _outerTypes.Add(FullName(type));
            }

            if (type.AttributeLists.Count > 0)
            {
                _attributed.Add(type);
            }

            if (UnreadDeclarations.MayMissMembers(type))
            {
                _unread.Add(type);
            }

            Visit(type.Members, isInType: true);
        }

        private void AddNames(NameSyntax name)
        {
            switch (name)
            {
                case QualifiedNameSyntax qualified:
                    AddNames(qualified.Left);
                    _names.Add(qualified.Right.Identifier.ValueText);
                    break;
                case AliasQualifiedNameSyntax qualified:
                    _names.Add(qualified.Name.Identifier.ValueText);
                    break;
                case SimpleNameSyntax simple:
                    _names.Add(simple.Identifier.ValueText);
                    break;
            }
        }
    }
}
