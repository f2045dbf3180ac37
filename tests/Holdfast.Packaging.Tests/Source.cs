namespace Holdfast.Packaging.Tests;

/// <summary>What the consumers of the package are made of.</summary>
internal static class Source
{
    /// <summary>The source of a declared application.</summary>
    public static string App(string type, string name, int replicas = 3, string size = "1Gi") =>
        $$"""
        using Holdfast;

        namespace Shop
        {
            /// <summary>An application.</summary>
            [StatefulApp("{{name}}", Replicas = {{replicas}})]
            [Container("{{name}}:1.0.0")]
            public sealed partial class {{type}}
            {
                /// <summary>Where clients connect.</summary>
                [Port(2181)] public static partial ServicePort Client { get; }

                /// <summary>What is kept.</summary>
                [VolumeClaim("{{size}}", MountPath = "/data")] public static partial ClaimTemplate Data { get; }
            }
        }

        """;

    /// <summary>A project file.</summary>
    public static string Project(string properties, string items) =>
        $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            <UseAppHost>false</UseAppHost>
            {properties}
          </PropertyGroup>
          <ItemGroup>
            {items}
          </ItemGroup>
        </Project>

        """;
}
