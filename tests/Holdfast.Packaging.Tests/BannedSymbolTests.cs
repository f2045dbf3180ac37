using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Holdfast.Tests.Shared;

namespace Holdfast.Packaging.Tests;

/// <summary>
/// What is loaded into the compiler touches no file, process, network, clock, environment or culture. The compiler refuses such
/// code by <c>src/BannedSymbols.txt</c>; this looks for the same symbols in what was compiled and packed.
/// </summary>
public class BannedSymbolTests(PackedHoldfast packed)
{
    private static readonly string[] Banned =
    [
        .. File.ReadLines(Path.Combine(RepositoryPaths.Root, "src", "BannedSymbols.txt"))
            .Where(static line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal))
            .Select(static line => line.Split(';')[0]),
    ];

    [Theory]
    [InlineData("Holdfast.Engine")]
    [InlineData("Holdfast.Analyzers")]
    [InlineData("Holdfast.CodeFixes")]
    [InlineData("Holdfast.ReadAhead")]
    public void NothingBannedIsReferenced(string assembly) =>
        Assert.Empty(Found(Path.Combine(packed.Unpacked, "analyzers", "dotnet", "cs", assembly + ".dll")));

    /// <summary>This assembly does what tests do, and so what is banned there.</summary>
    [Fact]
    public void WhatIsBannedIsFound()
    {
        string[] found = Found(typeof(BannedSymbolTests).Assembly.Location);
        Assert.Contains("T:System.Diagnostics.Process", found);
        Assert.Contains("T:System.IO.File", found);
        Assert.Contains("T:System.IO.Directory", found);
        Assert.Contains("T:System.Environment", found);
        Assert.Contains("M:System.Guid.NewGuid", found);
        Assert.Contains("P:System.DateTime.UtcNow", found);
        Assert.Contains("M:System.IO.Path.GetFullPath(System.String)", found);
    }

    private static string[] Found(string assembly)
    {
        using var image = new PEReader(File.OpenRead(assembly));
        MetadataReader reader = image.GetMetadataReader();
        string[] members = [.. Members(reader)];

        // The compiler's own, in each iterator that it makes.
        const string Own = "P:System.Environment.CurrentManagedThreadId";
        bool onlyOwn = members.Where(static member => member[2..].StartsWith("System.Environment.", StringComparison.Ordinal)).All(static member => member == Own);
        HashSet<string> referenced = [.. Types(reader).Where(type => !onlyOwn || type != "T:System.Environment"), .. members];
        return [.. Banned.Where(referenced.Contains).Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Types(MetadataReader reader)
    {
        foreach (TypeReference type in reader.TypeReferences.Select(reader.GetTypeReference))
        {
            yield return $"T:{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}";
            yield return $"N:{reader.GetString(type.Namespace)}";
        }
    }

    private static IEnumerable<string> Members(MetadataReader reader)
    {
        foreach (MemberReference member in reader.MemberReferences.Select(reader.GetMemberReference).Where(static member => member.Parent.Kind == HandleKind.TypeReference))
        {
            string type = SignatureNames.Of(reader, (TypeReferenceHandle)member.Parent);
            string name = reader.GetString(member.Name);
            if (member.GetKind() == MemberReferenceKind.Field)
            {
                yield return $"F:{type}.{name}";
            }
            else if (name.StartsWith("get_", StringComparison.Ordinal))
            {
                yield return $"P:{type}.{name["get_".Length..]}";
            }
            else
            {
                ImmutableArray<string> parameters = member.DecodeMethodSignature(new SignatureNames(), null).ParameterTypes;
                yield return $"M:{type}.{name.Replace('.', '#')}{(parameters.IsEmpty ? string.Empty : $"({string.Join(',', parameters)})")}";
            }
        }
    }
}
