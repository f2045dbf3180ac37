using System.Collections.Immutable;
using CsCheck;

namespace Holdfast.Fuzz.Tests;

/// <summary>An application with anything that can be declared: a convention, its own containers, environments, patches.</summary>
/// <param name="Lines">Its source.</param>
internal sealed record RandomDeclaration(ImmutableArray<SourceLine> Lines)
{
    private static readonly string[] MemberNames = ["Data", "Info", "IIndex", "Über", "DataLog", "Http", "I", "Status2", "ıx", "@class"];

    /// <summary>What addresses lead to, and what is declared in the same project.</summary>
    public const string Others = """
        using System;
        using Holdfast;

        [StatelessApp("front", Replicas = 2)]
        [Container("front:1")]
        public sealed partial class Front
        {
            [Port(8080)] public static partial ServicePort Http { get; }
            [ClientService] public static partial Service Web { get; }
        }

        [StatefulApp("store", Replicas = 3)]
        [Container("store:1")]
        public sealed partial class Store
        {
            [Port(5432)] public static partial ServicePort Sql { get; }
        }

        [RunOnce("migrate")]
        [Container("store:1")]
        public sealed partial class Migrate
        {
        }

        """;

    private static readonly Gen<string> Head = Gen.Frequency(
        (5, AttributeTexts.Of(typeof(StatefulAppAttribute))),
        (2, AttributeTexts.Of(typeof(StatelessAppAttribute))),
        (1, AttributeTexts.Of(typeof(RunOnceAttribute))),
        (1, AttributeTexts.Of(typeof(ScheduledAttribute))));

    private static readonly Gen<ImmutableArray<string>> Containers = Gen.Select(
        Gen.OneOf(AttributeTexts.Of(typeof(SidecarAttribute)), AttributeTexts.Of(typeof(InitContainerAttribute))),
        AttributeTexts.OfType.Array[0, 5],
        static (head, attributes) => ImmutableArray.Create([head, .. attributes]));

    public static Gen<RandomDeclaration> Any { get; } = Gen.Select(
        Gen.Select(Head, AttributeTexts.Of(typeof(ContainerAttribute)), Gen.Bool),
        AttributeTexts.OfType.Array[0, 4],
        AttributeTexts.OfType.Array[0, 10],
        Gen.Select(AttributeTexts.OfMember, Gen.OneOf(MemberNames)).Array[0, 8],
        Containers.Array[0, 2],
        static (heads, convention, attributes, members, containers) => Of(heads.Item1, heads.Item2, heads.Item3, convention, attributes, members, containers));

    /// <summary>The type whose manifest is looked at.</summary>
    public static string TypeName => "Shop.Iris";

    public string Text => string.Concat(Lines.Select(static line => line.Text + "\n"));

    /// <summary>The same without the lines that something is wrong with; null where what is wrong cannot be left out.</summary>
    public RandomDeclaration? Without(IReadOnlyCollection<int> lines)
    {
        HashSet<int> groups = [.. lines.Select(line => Lines[line].Group)];
        return groups.Contains(SourceLine.Fixed) && groups.Count == 1
            ? null
            : new RandomDeclaration([.. Lines.Where(line => line.Group == SourceLine.Fixed || (!groups.Contains(line.Group) && !groups.Contains(line.Parent)))]);
    }

    public override string ToString() => Text;

    private static RandomDeclaration Of(
        string head, string container, bool hasPort, string[] convention, string[] attributes, ((string Attributes, string Type) Member, string Name)[] members, ImmutableArray<string>[] containers)
    {
        var lines = ImmutableArray.CreateBuilder<SourceLine>();
        int group = 1;
        lines.AddRange(Others.Split('\n').Select(static text => new SourceLine(text)));
        lines.Add(new SourceLine("namespace Shop {"));
        lines.AddRange(convention.Select(text => new SourceLine(text, group++)));
        lines.Add(new SourceLine("public interface IConvention { }"));

        // The head has its own line, so that it can be left out for the plain one that follows.
        lines.Add(new SourceLine(head.Replace("App(\"a\"", "App(\"iris\"", StringComparison.Ordinal), group++));
        lines.Add(new SourceLine(container, group++));
        lines.AddRange(attributes.Select(text => new SourceLine(text, group++)));
        lines.Add(new SourceLine("public sealed partial class Iris : IConvention"));
        lines.Add(new SourceLine("{"));
        if (hasPort)
        {
            lines.Add(new SourceLine("[Port(8081)] public static partial ServicePort Http { get; }", group++));
            lines.Add(new SourceLine("[Port(8082)] public static partial ServicePort Info { get; }", group++));
        }

        lines.Add(new SourceLine("[ConfigFile(\"/etc/raw/raw.conf\")] private const string Raw = \"\"\"", group));
        lines.Add(new SourceLine("    first: line", group));
        lines.Add(new SourceLine("", group));
        lines.Add(new SourceLine("      second", group));
        lines.Add(new SourceLine("    \"\"\";", group++));
        foreach (((string text, string type), string name) in members.DistinctBy(static member => member.Name).Where(member => !hasPort || member.Name is not ("Http" or "Info")))
        {
            lines.Add(new SourceLine($"{text} public static partial {type} {name} {{ get; }}", group++));
        }

        foreach ((int index, ImmutableArray<string> texts) in containers.Index())
        {
            int parent = group++;
            lines.Add(new SourceLine(texts[0], parent));
            lines.AddRange(texts.Skip(1).Select(text => new SourceLine(text, group++, parent)));
            lines.Add(new SourceLine($"private static partial class Helper{index} {{ }}", parent));
        }

        lines.Add(new SourceLine("}"));
        lines.Add(new SourceLine("}"));
        return new RandomDeclaration(lines.ToImmutable());
    }
}
