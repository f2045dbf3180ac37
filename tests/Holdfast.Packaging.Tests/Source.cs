namespace Holdfast.Packaging.Tests;

/// <summary>What the consumers of the package are made of.</summary>
internal static class Source
{
    /// <summary>
    /// The source of a declared application. Written by hand as the generator leaves it; the tests look at the file's name
    /// and at the number of replicas only, so a declaration can take its place.
    /// </summary>
    public static string App(string type, string name, int replicas = 3) =>
        $$"""
        namespace Shop
        {
            public static class {{type}}
            {
                public static class Manifests
                {
                    [global::Holdfast.GeneratedManifest("{{name}}.yaml")]
                    public const string Yaml = "apiVersion: apps/v1\nkind: StatefulSet\nmetadata:\n  name: {{name}}\nspec:\n  replicas: {{replicas}}\n";
                }
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
