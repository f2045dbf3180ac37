using System.IO.Compression;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Holdfast.Packaging.Tests.Hosts;

/// <summary>Another package: a generator that reads YAML with its own YamlDotNet, and says which one it got.</summary>
internal static class OtherGenerator
{
    public const string Id = "Others.Generator";

    /// <summary>The version of YamlDotNet beside it, which is not the one beside ours.</summary>
    public const string YamlVersion = "16.3.0";

    private const string Code = """"
        using System.IO;
        using Microsoft.CodeAnalysis;
        using YamlDotNet.RepresentationModel;

        [assembly: System.Reflection.AssemblyVersion("1.0.0.0")]

        [Generator(LanguageNames.CSharp)]
        public sealed class OtherGenerator : IIncrementalGenerator
        {
            public void Initialize(IncrementalGeneratorInitializationContext context) =>
                context.RegisterPostInitializationOutput(static output => output.AddSource("Others.g.cs", $$"""
                    namespace Others { static class Yaml { public const string Is = "{{Read()}}"; } }
                    """));

            private static string Read()
            {
                var yaml = new YamlStream();
                yaml.Load(new StringReader("read: by"));
                return yaml.Documents[0].RootNode["read"] + " YamlDotNet " + typeof(YamlStream).Assembly.GetName().Version.ToString(3);
            }
        }
        """";

    /// <summary>Makes the package.</summary>
    public static void Pack(string feed)
    {
        string yaml = Path.Combine(OtherPackages.Folder("YamlDotNet", YamlVersion), "lib", "netstandard2.0", "YamlDotNet.dll");
        using ZipArchive package = ZipFile.Open(Path.Combine(feed, $"{Id}.1.0.0.nupkg"), ZipArchiveMode.Create);
        using (var specification = new StreamWriter(package.CreateEntry(Id + ".nuspec").Open()))
        {
            specification.Write($"<package><metadata><id>{Id}</id><version>1.0.0</version><authors>Others</authors><description>Reads YAML.</description></metadata></package>");
        }

        package.CreateEntryFromFile(yaml, "analyzers/dotnet/cs/YamlDotNet.dll");
        using Stream assembly = package.CreateEntry($"analyzers/dotnet/cs/{Id}.dll").Open();
        assembly.Write(Compile(yaml));
    }

    private static byte[] Compile(string yaml)
    {
        var image = new MemoryStream();
        CSharpCompilation compilation = CSharpCompilation.Create(
            Id,
            [CSharpSyntaxTree.ParseText(Code)],
            ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
                .Split(Path.PathSeparator)
                .Where(static path => Path.GetFileName(path) is var file && (file.StartsWith("System.", StringComparison.Ordinal) || file.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) || file == "netstandard.dll"))
                .Append(yaml)
                .Select(static path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Assert.True(compilation.Emit(image).Success, string.Join('\n', compilation.GetDiagnostics()));
        return image.ToArray();
    }
}
