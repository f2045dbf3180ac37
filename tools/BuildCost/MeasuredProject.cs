using System.Globalization;

namespace Holdfast.Tools.BuildCost;

/// <summary>A project with ten types, each with a port and a claim; applications where it has the package, and plain classes where it has not.</summary>
internal sealed class MeasuredProject
{
    private const int Types = 10;

    private readonly string _folder;
    private readonly bool _hasPackage;
    private readonly CompilerServer _compiler;

    public MeasuredProject(string root, string name, string? version, CompilerServer compiler)
    {
        _folder = Directory.CreateDirectory(Path.Combine(root, name)).FullName;
        _hasPackage = version is not null;
        _compiler = compiler;

        // The settings of the machine end here.
        Write("Directory.Build.props", "<Project />\n");
        Write("Directory.Build.targets", "<Project />\n");
        Write("Directory.Packages.props", "<Project />\n");
        Write("nuget.config", """
            <configuration>
              <config><add key="globalPackagesFolder" value="../packages" /></config>
              <packageSources><clear /><add key="packed" value="../feed" /></packageSources>
              <fallbackPackageFolders><clear /></fallbackPackageFolders>
            </configuration>
            """);
        Write(name + ".csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <UseAppHost>false</UseAppHost>
                <OutputType>Exe</OutputType>
              </PropertyGroup>
              <ItemGroup>{(version is null ? string.Empty : $"<PackageReference Include=\"Holdfast\" Version=\"{version}\" />")}</ItemGroup>
            </Project>
            """);
        Write("Program.cs", "System.Console.WriteLine(Shop.App0.Client);\n");
        for (int number = 0; number < Types; number++)
        {
            WriteType(number, replicas: 3);
        }
    }

    public void Restore() => Dotnet.Run(_folder, "restore");

    public Cost Build()
    {
        _compiler.BeginBuild();
        double server = _compiler.ProcessorTime;
        Cost cost = Dotnet.Run(_folder, ["build", "--no-restore", "-nodeReuse:false", .. _compiler.Arguments]);
        return cost with { Processor = cost.Processor + _compiler.ProcessorTime - server };
    }

    /// <summary>Brings the project into the state that the scenario begins with, and builds.</summary>
    public Cost Measure(Scenario scenario, int round)
    {
        switch (scenario)
        {
            case Scenario.Clean:
                Directory.Delete(Path.Combine(_folder, "bin"), recursive: true);
                Directory.Delete(Path.Combine(_folder, "obj", "Debug"), recursive: true);
                break;
            case Scenario.OneEdit:
                WriteType(Types / 2, replicas: 4 + (round % 3));
                break;
        }

        return Build();
    }

    private void WriteType(int number, int replicas) => Write(
        $"App{number}.cs",
        _hasPackage
            ? string.Create(CultureInfo.InvariantCulture, $$"""
                using Holdfast;

                namespace Shop;

                /// <summary>An application.</summary>
                [StatefulApp("app-{{number}}", Replicas = {{replicas}})]
                [Container("app-{{number}}:1.0.0")]
                [Resources(CpuRequest = "500m", MemoryRequest = "1Gi", MemoryLimit = "1Gi")]
                [ReadinessProbe(HttpPath = "/ready", Port = nameof(Client))]
                [DisruptionBudget(MaxUnavailable = 1)]
                public sealed partial class App{{number}}
                {
                    /// <summary>Where clients connect.</summary>
                    [Port(2181)] public static partial ServicePort Client { get; }

                    /// <summary>What is kept.</summary>
                    [VolumeClaim("10Gi", MountPath = "/data")] public static partial ClaimTemplate Data { get; }
                }
                """)
            : string.Create(CultureInfo.InvariantCulture, $$"""
                namespace Shop;

                /// <summary>An application.</summary>
                public sealed partial class App{{number}}
                {
                    public const int Replicas = {{replicas}};

                    /// <summary>Where clients connect.</summary>
                    public static string Client { get; } = "client-{{number}}";

                    /// <summary>What is kept.</summary>
                    public static string Data { get; } = "data-{{number}}";
                }
                """));

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(_folder, file), text);
}
