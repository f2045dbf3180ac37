namespace Holdfast.Analyzers.Tests.Rules;

/// <summary>A declared set and code that uses names.</summary>
internal static class Names
{
    public const string Orders = """
        using Holdfast;
        [StatefulApp("orders", Replicas = 3)]
        [Container("orders:1.0")]
        public sealed partial class Orders
        {
            [Port(8080)] public static partial ServicePort Http { get; }
            [PeerList] public static partial string Peers { get; }
        }
        """;

    public const string OrdersInShop = """
        using Holdfast;
        [StatefulApp("orders", Replicas = 3, Namespace = "shop")]
        [Container("orders:1.0")]
        public sealed partial class Orders
        {
            [Port(8080)] public static partial ServicePort Http { get; }
        }
        """;

    /// <summary>Code with an expression in a method.</summary>
    public static string Use(string expression) => $$"""
        using System;
        using System.Linq;
        public static class Program
        {
            public static object? Run(int i, string ns) => {{expression}};
            public static string Take(string name) => name;
        }
        """;
}
