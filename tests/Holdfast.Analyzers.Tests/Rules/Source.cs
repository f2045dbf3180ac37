namespace Holdfast.Analyzers.Tests.Rules;

/// <summary>Declarations for rules to look at.</summary>
internal static class Source
{
    /// <summary>An application with everything but what a test is about.</summary>
    public static string App(string arguments = "\"orders\", Replicas = 3", string attributes = "", string members = "") => $$"""
        using Holdfast;

        [StatefulApp({{arguments}})]
        [Container("orders:1.0")]
        {{attributes}}
        public sealed partial class Orders
        {
            {{members}}
        }
        """;
}
